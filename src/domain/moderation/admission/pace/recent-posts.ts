import { type Kysely, sql } from 'kysely'
import { type Joint, padded, prepared, type Reading, type Writing } from '../../../../store/index.ts'
import type { PersonId } from '../../../people/index.ts'
import type { AdmissionTables } from '../tables.ts'
import type { RecentPost } from './recent-post.ts'

type Looking = Pick<Kysely<AdmissionTables>, 'selectFrom'>

/** How many may come from one source in a minute and in an hour. */
export interface Pace {
  minute: number
  hour: number
}

/** What a post may not exceed. */
export interface Guarded {
  post: RecentPost
  person: Pace
  network: Pace
  minuteAgo: number
  hourAgo: number
  /** Since when the same words are the same. */
  sameSince: number
}

/** Notes that somebody writes, unless that is more than they may or what they said already; false where it is. */
export function countIn(tx: Writing, guarded: Guarded): Promise<boolean> {
  return tx.jointly(counting, guarded)
}

/** @NOTE those who come at once are counted one after the other, so that no more of them get in. */
async function countAll(tx: Writing, all: readonly Guarded[]): Promise<boolean[]> {
  const [persons, networks, said] = await Promise.all([personsIn(tx, all), networksIn(tx, all), saidIn(tx, all)])
  const fit = all.map(({ post, person, network }) => {
    const isSaid = post.words !== null && said.has(spoken(post))
    const mine = among(persons, post.personId)
    const ours = among(networks, post.network)
    if (isSaid || isFull(mine, person) || isFull(ours, network)) return false
    for (const counted of [mine, ours]) {
      counted.minute++
      counted.hour++
    }
    if (post.words !== null) said.add(spoken(post))
    return true
  })
  const rows = all.filter((_, at) => fit[at]).map(({ post }) => post)
  if (rows.length > 0) tx.also(tx.fill<AdmissionTables, 'recentPost'>('recentPost', rows))
  return fit
}

const counting: Joint<Guarded, boolean> = Object.assign(countAll, { isInTurn: true as const })

function isFull(counted: Pace, limit: Pace): boolean {
  return counted.minute >= limit.minute || counted.hour >= limit.hour
}

function among<Source>(counts: Map<Source, Pace>, source: Source): Pace {
  const known = counts.get(source) ?? { minute: 0, hour: 0 }
  counts.set(source, known)
  return known
}

function spoken({ personId, words }: Pick<RecentPost, 'personId' | 'words'>): string {
  return `${personId} ${words}`
}

async function personsIn(db: Reading, all: readonly Guarded[]): Promise<Map<PersonId, Pace>> {
  const ids = distinct(all.filter(({ person }) => isLimited(person)).map(({ post }) => post.personId))
  if (ids.length === 0) return new Map()
  const rows = await countedPersons(db, { ids: padded(ids), ...since(all) })
  return new Map(rows.map(({ personId, ...counts }) => [personId, counts]))
}

async function networksIn(db: Reading, all: readonly Guarded[]): Promise<Map<string, Pace>> {
  const seals = distinct(all.filter(({ network }) => isLimited(network)).map(({ post }) => post.network))
  if (seals.length === 0) return new Map()
  const rows = await countedNetworks(db, { seals: padded(seals), ...since(all) })
  return new Map(rows.map(({ network, ...counts }) => [network, counts]))
}

async function saidIn(db: Reading, all: readonly Guarded[]): Promise<Set<string>> {
  const texts = all.filter(({ post, sameSince }) => post.words !== null && sameSince < post.at)
  if (texts.length === 0) return new Set()
  const ids = padded(distinct(texts.map(({ post }) => post.personId)))
  const words = padded(distinct(texts.map(({ post }) => post.words!)))
  const rows = await saidBefore(db, { ids, words, sameSince: Math.min(...texts.map((one) => one.sameSince)) })
  return new Set(rows.map(spoken))
}

function isLimited({ minute, hour }: Pace): boolean {
  return Number.isFinite(minute) || Number.isFinite(hour)
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Set(all)]
}

function since(all: readonly Guarded[]) {
  return {
    minuteAgo: Math.min(...all.map(({ minuteAgo }) => minuteAgo)),
    hourAgo: Math.min(...all.map(({ hourAgo }) => hourAgo)),
  }
}

type Since = ReturnType<typeof since>

const inMinute = (minuteAgo: number) => sql<number>`count(*) filter (where "at" > cast(${minuteAgo} as bigint))`

const countedPersons = prepared((db: Looking, { ids, minuteAgo, hourAgo }: Since & { ids: PersonId[] }) =>
  db
    .selectFrom('recentPost')
    .select(['personId', inMinute(minuteAgo).as('minute'), sql<number>`count(*)`.as('hour')])
    .where('personId', 'in', ids)
    .where('at', '>', hourAgo)
    .groupBy('personId'),
)

const countedNetworks = prepared((db: Looking, { seals, minuteAgo, hourAgo }: Since & { seals: string[] }) =>
  db
    .selectFrom('recentPost')
    .select(['network', inMinute(minuteAgo).as('minute'), sql<number>`count(*)`.as('hour')])
    .where('network', 'in', seals)
    .where('at', '>', hourAgo)
    .groupBy('network'),
)

type Said = { ids: PersonId[]; words: string[]; sameSince: number }

const saidBefore = prepared((db: Looking, { ids, words, sameSince }: Said) =>
  db
    .selectFrom('recentPost')
    .select(['personId', 'words'])
    .where('personId', 'in', ids)
    .where('words', 'in', words)
    .where('at', '>', sameSince),
)

/** At most so many from one source since a moment. */
export interface Ceiling {
  source: 'personId' | 'network'
  limit: number
  since: number
}

/** When the one was written that fills a ceiling up; undefined where there is room. */
export async function fillingUp(db: Reading, post: RecentPost, { source, limit, since }: Ceiling) {
  if (!Number.isFinite(limit)) return undefined
  const posts = db.look<AdmissionTables>().selectFrom('recentPost').select('at').where(source, '=', post[source])
  const filling = posts
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(1)
    .offset(limit - 1)
  return (await filling.executeTakeFirst())?.at
}

/** Forgets that somebody has said these words, as when they took them back. */
export function forgetSaid(tx: Writing, { personId, words }: Pick<RecentPost, 'personId' | 'words'>) {
  const posts = tx.change<AdmissionTables>().updateTable('recentPost').set({ words: null })
  return posts.where('personId', '=', personId).where('words', '=', words).execute()
}
