import { paths } from '../../../addresses/paths.ts'
import type { Reading } from '../../../store/index.ts'
import { consentsOf } from '../consents/consents.ts'
import { erasureRequestOf } from '../erasures/erasure-requests.ts'
import { knownAs } from '../erasures/known-as.ts'
import { linksOf } from '../links.ts'
import { mutedBy } from '../mutes.ts'
import { asksOf } from '../names/claim-asks.ts'
import { profileOf } from '../profile.ts'
import { grantsTo } from '../roles/grants.ts'
import { iso } from './archive-rows.ts'
import type { ArchiveList, Whose } from './data-kind.ts'

interface Tables {
  authSession: {
    userId: string
    createdAt: string
    expiresAt: string
    userAgent: string | null
    country: string | null
  }
}

export async function aboutPerson(db: Reading, { person, origin }: Whose): Promise<object> {
  const { id, name, createdAt } = person
  const { names } = await knownAs(db, id)
  const alsoKnownAs = names.filter((one) => one !== name)
  return { name, alsoKnownAs, joinedAt: iso(createdAt), page: origin + paths.person(id) }
}

export async function aboutProfile(db: Reading, { person }: Whose): Promise<object> {
  const { words, hiddenAt } = await profileOf(db, person.id)
  return { about: words, links: await linksOf(db, person.id), historyHiddenAt: iso(hiddenAt) }
}

export async function aboutErasure(db: Reading, { person }: Whose): Promise<object> {
  const request = await erasureRequestOf(db, person.id)
  return request
    ? { erasure: { leaves: request.leaves, askedAt: iso(request.askedAt), dueAt: iso(request.dueAt) } }
    : {}
}

export const mutedList: ArchiveList = {
  file: 'muted',
  async *rows(db, { person, origin }) {
    for (const { id, name } of await mutedBy(db, person.id)) yield { name, page: origin + paths.person(id) }
  },
}

export const claimAsksList: ArchiveList = {
  file: 'imported-names',
  async *rows(db, { person, origin }) {
    for (const { placeholderId, placeholder, at, declinedAt } of await asksOf(db, person.id))
      yield {
        name: placeholder,
        page: origin + paths.person(placeholderId),
        askedAt: iso(at),
        declinedAt: iso(declinedAt),
      }
  },
}

export const sessionsList: ArchiveList = {
  file: 'sessions',
  async *rows(db, { person }) {
    const sessions = db
      .look<Tables>()
      .selectFrom('authSession')
      .select(['createdAt', 'expiresAt', 'userAgent', 'country'])
    const theirs = sessions.where('userId', '=', person.accountId!).orderBy('createdAt')
    for (const { createdAt, expiresAt, userAgent, country } of await theirs.execute())
      yield { since: new Date(createdAt), until: new Date(expiresAt), browser: userAgent, country }
  },
}

const MOST_GRANTS = 1_000

const MOST_CONSENTS = 1_000

export const consentsList: ArchiveList = {
  file: 'consents',
  async *rows(db, { person }) {
    for (const { about, words, wordsHash, language, at, endedAt } of await consentsOf(db, person.id, MOST_CONSENTS))
      yield { about, words, version: wordsHash, language, at: iso(at), endedAt: iso(endedAt) }
  },
}

/** @NOTE who gave or took a role is somebody else's business. */
export const rolesList: ArchiveList = {
  file: 'roles',
  async *rows(db, { person }) {
    for (const { role, sections, languages, grantedAt, takenAt } of await grantsTo(db, person.id, MOST_GRANTS))
      yield { role, sections, languages, givenAt: iso(grantedAt), takenAt: iso(takenAt) }
  },
}
