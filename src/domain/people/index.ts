export { hostOnly as cookieName } from './account-library.ts'
export { type Accounts, createAccounts, type SignedIn } from './accounts.ts'
export { addAlias } from './aliases.ts'
export { type Claim, claimantOf, claimPlaceholder, type Reassign } from './claims.ts'
export { events as peopleEvents, personClaimed, personRenamed, roleGranted } from './events.ts'
export { exportedPeople } from './exported.ts'
export { createFirstAdministrator, type FirstAdministrator } from './first-administrator.ts'
export { join } from './joining.ts'
export { createLimits, type Limits } from './limits.ts'
export { type MailAddress, mailAddressFrom } from './mail-address.ts'
export { migrations as peopleMigrations } from './migrations.ts'
export { MOST_MUTED, type MuteTables, mute, mutedBy, reassignMutes, unmute } from './mutes.ts'
export { LONGEST_NAME, nameFrom } from './name.ts'
export { nameKey } from './name-key.ts'
export { SHORTEST_PASSWORD } from './password.ts'
export { asksCurrent, setPassword } from './passwords.ts'
export {
  add as addPerson,
  beginning as peopleBeginning,
  byAccount,
  byId as personById,
  byMail as personByMail,
  byNameKey,
  listed as peopleListed,
  type PersonTables,
  withKeys as peopleWithKeys,
} from './people.ts'
export { mayModerate, type Person, type PersonId, ROLES, type Role } from './person.ts'
export { personNamed, placeholderNamed } from './placeholders.ts'
export {
  aboutFrom,
  LONGEST_ABOUT,
  type Profile,
  profileOf,
  reassignProfile,
  saveProfile,
} from './profile.ts'
export { type IdempotentRequest, once, type StoredAnswer, WITHOUT_KEY } from './receipts.ts'
export { grantRole } from './roles.ts'
export { shiftIds, unshiftIds } from './shift-ids.ts'
export {
  type AfterSignIn,
  askForLink,
  openLink,
  operatorLink,
  type SendLink,
  type SignInContext,
  signInByCode,
  signInByLink,
  signInByPassword,
} from './sign-in.ts'
export {
  browserCookie,
  browserCookieFrom,
  LIFE_MS as LINK_LIFE_MS,
} from './sign-in-request.ts'
