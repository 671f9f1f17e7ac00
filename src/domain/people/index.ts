export { hostOnly as cookieName } from './accounts/account-library.ts'
export { type Accounts, createAccounts } from './accounts/accounts.ts'
export { createFirstAdministrator, type FirstAdministrator } from './accounts/first-administrator.ts'
export { createLimits } from './accounts/limits.ts'
export {
  hasSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  takeSecondFactorAway,
  useAppCode,
} from './accounts/own-second-factor.ts'
export { SHORTEST_PASSWORD } from './accounts/password.ts'
export { adviceOn, createStrength } from './accounts/password-strength.ts'
export { asksCurrent, isFresh, mustBeOwner, mustComeAgain, nearTo, setPassword } from './accounts/passwords.ts'
export type { SignedIn } from './accounts/signed-in.ts'
export type { Visit } from './accounts/visit.ts'
export { acts as peopleActs } from './acts.ts'
export { agree, consentsOf, isAgreed, type ShownWords, takeBackConsent } from './consents/consents.ts'
export { accountData, personData } from './data-kinds.ts'
export { createErasing, type Erasing } from './erasures/erase.ts'
export { mailOf } from './erasures/erase-account.ts'
export { eraseRows, unnameRows } from './erasures/erase-rows.ts'
export { type Erase, type Erasure, LEAVINGS, type Leaving } from './erasures/erasure.ts'
export { noteErasure } from './erasures/erasure-list.ts'
export {
  askForErasure,
  beginDueErasure,
  dueErasure,
  erasureRequestOf,
  prolongErasure,
  takeBackErasure,
  toldOfErasure,
  untoldErasure,
} from './erasures/erasure-requests.ts'
export { reapplyErasures } from './erasures/erasures.ts'
export { type KnownAs, knownAs, placeholdersOf } from './erasures/known-as.ts'
export { events as peopleEvents } from './events.ts'
export { exportedPeople, exportedPeopleBefore } from './exported.ts'
export { join } from './joining.ts'
export { linksFrom, linksOf, MOST_LINKS, saveLinks } from './links.ts'
export {
  askForMailChange,
  mailChangeToUndo,
  mailToProve,
  proveMail,
  undoMailChange,
} from './mail-change/mail-change.ts'
export { migrations as peopleMigrations } from './migrations.ts'
export { type MuteTables, mute, mutedBy, muteHolder, unmute } from './mutes.ts'
export { addAlias } from './names/aliases.ts'
export { askForClaim, askOf, asksWaitingFor, declineAsk, openAsks, takeBackAsk } from './names/claim-asks.ts'
export { claimantOf, claimOf, claimPlaceholder, mustBePlaceholder, undoClaim, whatMoves } from './names/claims.ts'
export type { FormerNameTables } from './names/former-name.ts'
export { formerNamesOf } from './names/former-names.ts'
export { freeName } from './names/free-name.ts'
export { type Holder, piecesOf } from './names/holder.ts'
export { LONGEST_NAME, nameFrom } from './names/name.ts'
export { nameKey } from './names/name-key.ts'
export { personNamed, placeholderNamed } from './names/placeholders.ts'
export { daysUntilRenaming, rename } from './names/rename.ts'
export { renewKeys, type StaleKey, staleKeys } from './names/stale-keys.ts'
export {
  addPasskey,
  beginEntry,
  beginPasskey,
  signInByPasskey,
} from './passkeys/own-passkeys.ts'
export type { PasskeyId } from './passkeys/passkey.ts'
export { passkeysOf, removePasskey } from './passkeys/passkeys.ts'
export type { RelyingParty } from './passkeys/web-authn.ts'
export {
  add as addPerson,
  beginning as peopleBeginning,
  byId as personById,
  byIds as peopleById,
  byMail as personByMail,
  byNameKey,
  found as peopleFound,
  listed as peopleListed,
  type PersonTables,
  withKeys as peopleWithKeys,
} from './people.ts'
export type { Person, PersonId } from './person.ts'
export {
  giveRoles,
  handOver,
  policy as peoplePolicy,
  readAudit,
  seeDesk,
  seePeople,
  takeSecondFactor,
} from './policy.ts'
export { COLOURS, type Preferences, prefer, preferencesOf, TEXT_SIZES } from './preferences.ts'
export { iso, rowsAfter } from './privacy/archive-rows.ts'
export type { ArchiveList, DataKind, EraseSome, Whose } from './privacy/data-kind.ts'
export { aboutFrom, LONGEST_ABOUT, profileHolder, profileOf, saveProfile } from './profile.ts'
export { type Provider, providersIn } from './providers/providers-file.ts'
export { comeBack, goTo } from './providers/sign-in-with.ts'
export type { SiteArrival } from './providers/site-arrival.ts'
export { mustMay, type Right, rightOfReaders, rightOfRoles, rightOverAll, rightWithinLimits } from './rights/right.ts'
export type { Grant, GrantTables } from './roles/grant.ts'
export { grantsTo, memberById, rolesOf, rolesOfEach, staffListed } from './roles/grants.ts'
export { INVITATION_LIFE_MS, type Invitation } from './roles/invitation.ts'
export {
  acceptInvitation,
  invitationBehind,
  invite,
  openInvitations,
  withdrawInvitation,
} from './roles/invitations.ts'
export {
  type HeldRole,
  isStaff,
  type Limits,
  type Member,
  type Place,
  ROLES,
  type Role,
  reaches,
  WHOLE,
} from './roles/role.ts'
export { giveRole, takeRole } from './roles/roles.ts'
export { shiftIds, unshiftIds } from './shift-ids.ts'
export type { AfterSignIn } from './sign-in/arrival.ts'
export { askForLink, operatorLink } from './sign-in/asking-for-links.ts'
export { openLink, signInByCode, signInByLink } from './sign-in/by-link.ts'
export { signInByPassword } from './sign-in/by-password.ts'
export { deviceCookie } from './sign-in/known-device.ts'
export {
  giveUpSecondFactor,
  type LostState,
  lostSecondFactor,
  mustBeWaiting,
  stopWait,
} from './sign-in/lost-second-factor.ts'
export { mailAddressFrom } from './sign-in/mail-address.ts'
export { endWait, WAIT_MS, waitOf } from './sign-in/second-factor-waits.ts'
export { takeSecondStep } from './sign-in/second-step.ts'
export type { AccountLetter, SendLink, SignInContext, TellOwner } from './sign-in/sign-in-context.ts'
export { browserCookie, browserCookieFrom, LIFE_MS as LINK_LIFE_MS } from './sign-in/sign-in-request.ts'
