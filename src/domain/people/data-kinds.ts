import { sweepReceipts } from '../../store/index.ts'
import { eraseAccount } from './erasures/erase-account.ts'
import { eraseInvitations } from './erasures/erase-invitations.ts'
import { erasePerson } from './erasures/erase-person.ts'
import { eraseRows, unnameRows } from './erasures/erase-rows.ts'
import { sweepMailChanges } from './mail-change/mail-changes.ts'
import { hideFormerNames } from './names/former-names.ts'
import { preferencesOf } from './preferences.ts'
import {
  aboutErasure,
  aboutPerson,
  aboutProfile,
  claimAsksList,
  consentsList,
  mutedList,
  rolesList,
  sessionsList,
} from './privacy/archived.ts'
import {
  aboutAccount,
  aboutSecondFactor,
  accountsElsewhereList,
  auditList,
  invitationsList,
  mailChangesList,
  passkeysList,
} from './privacy/archived-account.ts'
import type { DataKind } from './privacy/data-kind.ts'
import { sweepAddresses, sweepSessions, sweepTokens } from './privacy/sweeps.ts'
import { sweepInvitations } from './roles/invitations.ts'
import { sweepWaits } from './sign-in/second-factor-waits.ts'
import { sweep as sweepSignInRequests } from './sign-in/sign-in-requests.ts'
import { sweepUsedCodes } from './sign-in/used-codes.ts'

const NONE = 'nothing'

/** What belongs to signing in. */
export const accountData: readonly DataKind[] = [
  {
    name: 'invitations',
    tables: ['invitation'],
    purpose: 'Whoever reads the mail of an address may come and take a role, by a link that is kept as a hash.',
    term: 'the address for seven days, or until it is accepted or withdrawn; the rest while the publication stands',
    archived: 'those that one was sent, and that one sent, without whom those went to',
    lists: [invitationsList],
    erased: 'that there was one, and its role',
    erases: [
      eraseInvitations,
      unnameRows('invitation', 'byId'),
      unnameRows('invitation', 'withdrawnById'),
      unnameRows('invitation', 'acceptedById'),
    ],
    sweeps: [sweepInvitations],
  },
  {
    name: 'accounts',
    tables: ['authUser', 'authAccount'],
    purpose: 'The mail address proves who somebody is and takes letters; of a password only its hash is kept.',
    term: 'while there is the account',
    archived: 'the mail address, since when there is a password, and the accounts elsewhere by which one comes in',
    about: aboutAccount,
    lists: [accountsElsewhereList],
    erased: 'nothing',
    erases: [eraseAccount],
  },
  {
    name: 'sessions',
    tables: ['authSession'],
    purpose:
      'Keeps a browser signed in, and shows its owner where: the name of the browser, a keyed hash of the network, never an address, and the letters of the country, where a proxy in front is asked for them.',
    term: 'until it is signed out, or 30 days after its last visit; the seal of the network for as many days as `PARLEY_ADDRESS_DAYS` says, 30 where it says nothing',
    archived: 'since when, until when, from which browser and from which country',
    lists: [sessionsList],
    erased: 'nothing; it is signed out everywhere first',
    sweeps: [sweepSessions, sweepAddresses],
  },
  {
    name: 'one-time links',
    tables: ['signInRequest', 'authVerification'],
    purpose:
      'Lets a link that was sent by mail be used once, in time. The address, the browser and the link are kept as hashes.',
    term: 'a day',
    archived: NONE,
    erased: 'nothing',
    sweeps: [sweepSignInRequests, sweepTokens],
  },
  {
    name: 'second steps',
    tables: ['authTwoFactor', 'secondFactorWait'],
    purpose:
      'Asks for a code of an app after the password. The key is kept locked, recovery codes as hashes; and that somebody asked for it to be taken away.',
    term: 'until it is turned off; two weeks after the waiting',
    archived: 'whether there is one, and that one said it is lost',
    about: aboutSecondFactor,
    erased: 'nothing',
    sweeps: [sweepWaits],
  },
  {
    name: 'passkeys',
    tables: ['passkey'],
    purpose: 'Lets in whoever unlocks a device that was chosen for it. Of its key only the public half is kept.',
    term: 'until it is taken away',
    archived: 'on which devices, and since when',
    lists: [passkeysList],
    erased: 'nothing',
  },
  {
    name: 'changes of address',
    tables: ['mailChange'],
    purpose: 'Lets the former mail address take back for three days that an account has another.',
    term: 'three days; an hour where it was only asked for',
    archived: 'both addresses, and when',
    lists: [mailChangesList],
    erased: 'nothing',
    sweeps: [sweepMailChanges],
  },
  {
    name: 'what a site says of its users',
    tables: ['siteAccount'],
    purpose:
      'Tells what a site says anew of a user of its own who comes in by it from what it said before: name, address and picture as hashes, and roles.',
    term: 'while there is the account',
    archived: 'the roles that it says, beside the account there',
    erased: 'nothing',
  },
  {
    name: 'codes that were used',
    tables: ['usedCode'],
    purpose: 'A code is taken once. It is kept as a hash.',
    term: 'minutes, or an hour until it is forgotten',
    archived: NONE,
    erased: 'hashes, for minutes',
    sweeps: [sweepUsedCodes],
  },
  {
    name: 'forms that were sent',
    tables: ['receipt'],
    purpose: 'A form that is sent twice counts once. What was sent is kept as a hash.',
    term: '7 days',
    archived: NONE,
    erased: 'nothing',
    erases: [eraseRows('receipt', 'personId', 'key')],
    sweeps: [sweepReceipts],
  },
]

/** Who people are, for others and for themselves. */
export const personData: readonly DataKind[] = [
  {
    name: 'profiles',
    tables: ['profile', 'profileLink', 'hiddenHistory'],
    purpose:
      'What somebody tells about themselves, where else they are found, and whether their page shows what they wrote.',
    term: 'until it is changed',
    archived: 'everything',
    about: aboutProfile,
    erased: 'nothing',
    erases: [
      eraseRows('profile', 'personId', 'personId'),
      eraseRows('profileLink', 'personId', 'position'),
      eraseRows('hiddenHistory', 'personId', 'personId'),
    ],
  },
  {
    name: 'roles',
    tables: ['roleGrant'],
    purpose:
      'Who may do what for the publication: which role somebody was given, how far, by whom and when, and when it was taken.',
    term: 'while there is the account',
    archived: 'which, how far, and when; not by whom',
    lists: [rolesList],
    erased: 'nothing',
    erases: [
      eraseRows('roleGrant', 'personId', 'id'),
      unnameRows('roleGrant', 'grantedById'),
      unnameRows('roleGrant', 'takenById'),
    ],
  },
  {
    name: 'audit log',
    tables: ['auditEntry'],
    purpose:
      'What staff and the operator did that changes what others may or see; persons stand in it by number alone.',
    term: 'while the publication stands',
    archived: 'what one did, and what was done about one, when; nobody else',
    lists: [auditList],
    erased: 'what was done, and when, without whose number it was',
    erases: [unnameRows('auditEntry', 'byId'), unnameRows('auditEntry', 'aboutId')],
  },
  {
    name: 'asks for imported names',
    tables: ['claimAsk'],
    purpose: 'Who says that they are somebody whose words were imported, until an administrator hands those over.',
    term: 'until it is taken back or they are handed over; what was declined, while there is the account',
    archived: 'everything but who declined it',
    lists: [claimAsksList],
    erased: 'nothing',
    erases: [eraseRows('claimAsk', 'personId', 'id'), unnameRows('claimAsk', 'declinedById')],
  },
  {
    name: 'mutes',
    tables: ['mute'],
    purpose: 'Whose words somebody does not want to read. Nobody else is told.',
    term: 'until it is taken back',
    archived: 'whom one muted',
    lists: [mutedList],
    erased: 'nothing',
    erases: [eraseRows('mute', 'personId', 'mutedId'), eraseRows('mute', 'mutedId', 'personId')],
  },
  {
    name: 'how one reads',
    tables: ['preference'],
    purpose:
      'In which colours, how large and in which languages somebody reads. Who has no account keeps it in their browser.',
    term: 'until it is changed',
    archived: 'everything',
    about: async (db, { person }) => (await preferencesOf(db, person.id)) ?? {},
    erased: 'nothing',
    erases: [eraseRows('preference', 'personId', 'personId')],
  },
  {
    name: 'consents',
    tables: ['consent', 'consentWords'],
    purpose: 'What somebody agreed to, when, and in which words, so that it can be shown.',
    term: 'while there is the account, also what was taken back',
    archived: 'everything, with the words that were shown',
    lists: [consentsList],
    erased: 'nothing; words that were shown to others stay',
    erases: [eraseRows('consent', 'personId', 'id')],
  },
  {
    name: 'erasures',
    tables: ['erasureRequest', 'erased'],
    purpose:
      'That somebody asked to be erased, until it is done; and by number and time alone whom a restored backup must forget again.',
    term: 'three days; the number while the publication stands',
    archived: 'when one asked for it',
    about: aboutErasure,
    erased: 'a number, and when',
  },
  {
    name: 'journal',
    tables: ['journal', 'journalCursor'],
    purpose: 'What happened, by kind, number and time alone, so that pages, search and notices follow it.',
    term: 'while the publication stands',
    archived: NONE,
    erased: 'numbers, which lead to nobody any more',
  },
  {
    name: 'versions of the tables',
    tables: ['kysely_migration', 'kysely_migration_lock'],
    purpose: 'Says which program wrote the database. Nothing in it is about people.',
    term: 'while the publication stands',
    archived: NONE,
    erased: 'all of it',
  },
  {
    name: 'people',
    tables: ['person', 'personAlias', 'formerName', 'personClaim', 'claimMoved'],
    purpose:
      'Words belong to a name. Former names are held for a year, so that nobody takes them; they and those of imported people lead to whoever bears them now.',
    term: 'while there is the account; imported people while the publication stands',
    archived: 'names, and since when',
    about: aboutPerson,
    erased: 'nothing',
    erasesLast: [erasePerson],
    sweeps: [hideFormerNames],
  },
]
