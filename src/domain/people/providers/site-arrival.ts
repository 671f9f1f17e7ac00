import { sha256 } from '../../../kit/hash.ts'
import { troubleIn } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { join } from '../joining.ts'
import { changeMailAsSaid, type MailChangeLinks } from '../mail-change/mail-change.ts'
import { rename } from '../names/rename.ts'
import { byAccount } from '../people.ts'
import type { PersonId } from '../person.ts'
import { rolesOf } from '../roles/grants.ts'
import { giveRole, takeRole } from '../roles/roles.ts'
import { mailAddressFrom } from '../sign-in/mail-address.ts'
import type { SignInContext } from '../sign-in/sign-in-context.ts'
import { SITE_ROLES, type Site } from './site.ts'
import { keepMailSaid, keepSaid, type SaidRoles, type SiteAccount, siteAccountOf } from './site-accounts.ts'
import type { SaidBySite } from './site-token.ts'

/** What is left to do after a site's user has arrived. */
export interface SiteArrival {
  /** The name that could not be had, for who has none yet. */
  wished: string | null
  /** A picture that the site has not said before. */
  picture: { personId: PersonId; address: string } | null
}

interface Arriving {
  accountId: string
  said: SaidBySite
  /** Whether the owner connects an account of theirs; then what they chose here stays until the site says something new. */
  isConnected: boolean
  links: Pick<MailChangeLinks, 'language' | 'undo'>
}

/** Does what a site says anew of an account's owner: their name, address and roles, as far as the rules here and the operator allow. */
export async function arriveFrom(context: SignInContext, site: Site, arriving: Arriving): Promise<SiteArrival> {
  const { store, clock } = context
  const { accountId, said, links } = arriving
  const mail = said.mail === undefined ? undefined : mailAddressFrom(said.mail)
  const { value } = await store.write(async (tx) => {
    await tx.inTurn('names')
    const before = await siteAccountOf(tx, accountId, site.id)
    const isFirst = before === undefined && !arriving.isConnected
    const isNews = isNew('nameHash', said.name)
    const { person, isRefused } = await named(context, tx, { accountId, name: said.name, isNews })
    const roles = person && (await ranked(tx, { personId: person.id, said, before: rolesIn(before), at: clock() }))
    const isMailNew = isNew('mailHash', said.mail)
    const address = isNew('pictureHash', said.picture) ? said.picture : undefined
    await keepSaid(tx, {
      accountId,
      site: site.id,
      mailHash: (!isMailNew && hashOf(said.mail)) || (before?.mailHash ?? ''),
      nameHash: (!isRefused && hashOf(said.name)) || (before?.nameHash ?? ''),
      pictureHash: person ? hashOf(said.picture) : '',
      roles: JSON.stringify(roles ?? {}),
    })
    return { person, isMailNew, picture: person && address ? { personId: person.id, address } : null }

    function isNew(field: 'mailHash' | 'nameHash' | 'pictureHash', text: string | undefined): boolean {
      if (text === undefined) return false
      return before ? before[field] !== hashOf(text) : isFirst
    }
  })
  if (value.isMailNew && mail) {
    await changeMailAsSaid(context, accountId, mail, links)
    await store.write((tx) => keepMailSaid(tx, { accountId, site: site.id, mailHash: hashOf(said.mail) }))
  }
  return { wished: value.person ? null : (said.name ?? null), picture: value.picture }
}

function hashOf(text: string | undefined): string {
  return text === undefined ? '' : sha256(text)
}

function rolesIn(before: SiteAccount | undefined): SaidRoles {
  return before ? (JSON.parse(before.roles) as SaidRoles) : {}
}

interface Naming {
  accountId: string
  name: string | undefined
  isNews: boolean
}

/** @NOTE the rules of names look before they write: what they refuse has changed nothing. */
function isRefusal(error: unknown): true {
  if (!troubleIn(error)) throw error
  return true
}

/** The account's person, under the name that the site says where it can be had; nobody where a newcomer must choose another. */
async function named({ publicationNames, clock }: SignInContext, tx: Writing, { accountId, name, isNews }: Naming) {
  const person = await byAccount(tx, accountId)
  if (name === undefined || (person && !isNews)) return { person, isRefused: false }
  const wish = { name, publicationNames: await publicationNames(tx), at: clock() }
  try {
    if (!person) return { person: await join(tx, { accountId, ...wish }), isRefused: false }
    await rename(tx, { personId: person.id, ...wish })
    return { person, isRefused: false }
  } catch (error) {
    return { person, isRefused: isRefusal(error) }
  }
}

interface Ranking {
  personId: PersonId
  said: SaidBySite
  before: SaidRoles
  at: number
}

/** Gives the roles that a site says anew, and takes those that it gave and says no more; what somebody here gave or took stays so. */
async function ranked(tx: Writing, { personId, said, before, at }: Ranking): Promise<SaidRoles> {
  const held = new Set((await rolesOf(tx, personId)).map(({ role }) => role))
  const roles: SaidRoles = {}
  for (const role of SITE_ROLES) {
    const isSaid = said.roles.includes(role)
    if (isSaid) roles[role] = before[role] ?? !held.has(role)
    if (isSaid && before[role] === undefined && !held.has(role)) await giveRole(tx, { personId, role, byId: null, at })
    if (!isSaid && before[role]) await takeRole(tx, { personId, role, byId: null, at })
  }
  return roles
}
