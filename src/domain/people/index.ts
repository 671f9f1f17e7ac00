export { hostOnly as cookieName } from './account-library.ts'
export { type Accounts, createAccounts } from './accounts.ts'
export { addAlias } from './aliases.ts'
export { claimantOf, claimPlaceholder, type Reassign } from './claims.ts'
export { events as peopleEvents } from './events.ts'
export { exportedPeople } from './exported.ts'
export { createFirstAdministrator, type FirstAdministrator } from './first-administrator.ts'
export { join } from './joining.ts'
export { createLimits } from './limits.ts'
export { mailAddressFrom } from './mail-address.ts'
export { migrations as peopleMigrations } from './migrations.ts'
export { type MuteTables, mute, mutedBy, reassignMutes, unmute } from './mutes.ts'
export { LONGEST_NAME, nameFrom } from './name.ts'
export { nameKey } from './name-key.ts'
export { SHORTEST_PASSWORD } from './password.ts'
export { asksCurrent, setPassword } from './passwords.ts'
export {
  add as addPerson,
  beginning as peopleBeginning,
  byId as personById,
  byMail as personByMail,
  byNameKey,
  listed as peopleListed,
  type PersonTables,
  withKeys as peopleWithKeys,
} from './people.ts'
export { mayModerate, type Person, type PersonId, ROLES, type Role } from './person.ts'
export { personNamed, placeholderNamed } from './placeholders.ts'
export { aboutFrom, LONGEST_ABOUT, profileOf, reassignProfile, saveProfile } from './profile.ts'
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
export { browserCookie, browserCookieFrom, LIFE_MS as LINK_LIFE_MS } from './sign-in-request.ts'
export type { SignedIn } from './signed-in.ts'
