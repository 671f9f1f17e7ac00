export { hostOnly as cookieName } from './account-library.ts'
export { type Accounts, createAccounts, type SignedIn } from './accounts.ts'
export { addAlias } from './aliases.ts'
export { type Claim, claimantOf, claimPlaceholder, type Holder } from './claims.ts'
export { exportedPeople } from './exported.ts'
export { createFirstAdministrator, type FirstAdministrator } from './first-administrator.ts'
export { join } from './joining.ts'
export { createLimits, type Limits } from './limits.ts'
export { type MailAddress, mailAddressFrom } from './mail-address.ts'
export { migrations as peopleMigrations } from './migrations.ts'
export { handMutes, MOST_MUTED, type MuteTables, mute, mutedBy, unmute } from './mutes.ts'
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
export { aboutFrom, handProfile, LONGEST_ABOUT, type Profile, profileOf, tellAbout } from './profile.ts'
export { type Answer, once, type Sending, WITHOUT_KEY } from './receipts.ts'
export { grantRole } from './roles.ts'
export { comeBack, standAside } from './shift-ids.ts'
export {
  type Arrival,
  askForLink,
  type Entrance,
  enterByCode,
  enterByLink,
  enterByPassword,
  openLink,
  operatorLink,
  type Post,
} from './sign-in.ts'
export { browserMark, browserMarkFrom, LIFE_MS as LINK_LIFE_MS } from './sign-in-request.ts'
