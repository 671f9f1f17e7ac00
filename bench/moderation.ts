import { sql } from 'kysely'
import { draftOf, keptCommentById } from '../src/domain/discussion/index.ts'
import {
  addPhrases,
  carryOn,
  countQueue,
  decide,
  decideAboutMany,
  isCarriedOut,
  type QueueAsked,
  queue,
} from '../src/domain/moderation/index.ts'
import { addPerson, type Member } from '../src/domain/people/index.ts'
import type { Parley } from '../src/parley.ts'
import type { AnyTables } from '../src/store/index.ts'
import { atMost, type Figure, justSaid, median, quantile, type Run, round } from './question.ts'
import { opened, type Stocked } from './stock.ts'

const SOON_MS = 300
const PAGE_MS = 50
const JUDGED_MS = 0.1
const ACT_SECONDS = 5
const IN_AN_ACT = 1_000
const PHRASES = 5_000
const TIMES = 20
const ON_A_PAGE = 31
const MOST_COUNTED = 1_000
const DAY_MS = 86_400_000

/** How long do moderators wait, where very much waits for them, and what does their house cost those who write? */
export async function moderation({ stock, quick }: Run): Promise<Figure[]> {
  const [, , large] = stock.natural
  const reports = Math.min(quick ? 10_000 : 100_000, Math.floor(large.comments / 2))
  return opened(await stock.fresh(), async (parley) => {
    const by = await moderator(parley)
    await reported(parley, large, reports)
    return [
      ...(await queued(parley, by, reports, large)),
      await decided(parley, by, large),
      await inOneAct(parley, by, large),
      await judged(parley, by, large),
    ]
  })
}

async function moderator({ store }: Parley): Promise<Member> {
  const person = { accountId: 'bench-moderator', name: 'Moderator', nameKey: 'moderator of the bench', createdAt: 0 }
  const { value } = await store.write((tx) => addPerson(tx, person))
  return { ...value, roles: [{ role: 'moderator', sections: [], languages: [] }] }
}

/** Has so many comments reported, each once, by five rules' worth of reasons, over a month. */
async function reported({ store }: Parley, { id }: Stocked, count: number) {
  await store.write(async (tx) => {
    const db = tx.change<AnyTables>()
    const now = Date.now()
    const some = sql`from "comment" where "articleId" = ${id} and "state" = 'stands' order by "id" limit ${count}`
    await sql`insert into "report" ("articleId", "commentId", "rootId", "kind", "words", "weight", "state", "at")
      select "articleId", "id", "rootId", 'other', 'Because.', 100, 'open', ${now - 30 * DAY_MS} + "id" % 2592000000 ${some}`.execute(
      db,
    )
    await sql`insert into "moderationCase" ("commentId", "articleId", "language", "personId", "openedAt", "latestAt", "reports", "weight", "score")
      select "id", "articleId", "language", "authorId", ${now - 30 * DAY_MS} + ("id" * 7919) % 2592000000, ${now}, 1, 100 + "id" % 5, "id" % 1000 ${some}`.execute(
      db,
    )
    await sql`insert into "caseReason" ("caseId", "reason") select "id",
      case when "id" % 997 = 0 then 'illegal' when "id" % 3 = 0 then 'held' else 'other' end from "moderationCase"`.execute(
      db,
    )
  })
  await sql`analyze`.execute(store.look<AnyTables>() as never).catch(() => {})
}

/** The first page of the queue with how many wait, in each order and by each filter. */
async function queued({ store }: Parley, by: Member, reports: number, { comments }: Stocked): Promise<Figure[]> {
  const now = Date.now()
  const asked: Record<string, QueueAsked> = {
    'oldest first': { order: 'oldest' },
    'heaviest first': { order: 'heaviest' },
    'likeliest first': { order: 'likeliest' },
    'by a common reason': { order: 'oldest', reason: 'other' },
    'by a rare reason': { order: 'oldest', reason: 'illegal' },
    'by a language': { order: 'oldest', language: 'en' },
    'by a section': { order: 'oldest', section: 'nowhere' },
    'by an age': { order: 'oldest', openedBy: now - 3 * DAY_MS },
    'by a score': { order: 'oldest', score: 950 },
    'of nobody': { order: 'oldest', free: true },
    'one’s own': { order: 'oldest', claimedBy: by.id },
  }
  const figures: Figure[] = []
  for (const [name, one] of Object.entries(asked)) {
    const took: number[] = []
    for (let time = 0; time < TIMES; time++) {
      const begun = performance.now()
      await queue(store, by, one, now, ON_A_PAGE)
      await countQueue(store, by, one, now, MOST_COUNTED)
      took.push(performance.now() - begun)
    }
    const of = `${round(reports)} reports, ${round(comments)} comments`
    figures.push(atMost(`the queue’s first page and count, ${name}`, median(took), 'ms', PAGE_MS, of))
  }
  return figures
}

/** From a decision to a page without the words, with all cases open. */
async function decided({ store, tail }: Parley, by: Member, { id }: Stocked): Promise<Figure> {
  const standing = sql<{
    id: number
  }>`select "id" from "comment" where "articleId" = ${id} and "state" = 'stands' order by "id" desc limit ${TIMES}`
  const { rows } = await standing.execute(store.look<AnyTables>() as never)
  const { rows: rules } = await sql<{ id: number }>`select "id" from "rule" limit 1`.execute(
    store.look<AnyTables>() as never,
  )
  const ground = rules[0] ? { ruleId: rules[0].id as never } : { law: 'A law' }
  const took: number[] = []
  for (const comment of rows) {
    const begun = performance.now()
    const decision = { kind: 'remove', commentId: comment.id as never, by, at: Date.now(), ...ground } as const
    const { seq } = await store.write((tx) => decide(tx, decision))
    await tail.until(seq)
    if ((await keptCommentById(store, comment.id as never))?.html !== null) throw new Error('Its words are there yet.')
    took.push(performance.now() - begun)
  }
  return atMost(
    'a decision, until it is stored and pages are made without the words: p95',
    quantile(took, 0.95),
    'ms',
    SOON_MS,
  )
}

async function inOneAct({ store }: Parley, by: Member, { id }: Stocked): Promise<Figure> {
  const standing = sql<{
    id: number
  }>`select "id" from "comment" where "articleId" = ${id} and "state" = 'stands' order by "id" limit ${IN_AN_ACT}`
  const { rows } = await standing.execute(store.look<AnyTables>() as never)
  const selection = { comments: rows.map((row) => row.id as never) }
  const steps: number[] = []
  const begun = performance.now()
  await store.write((tx) => decideAboutMany(tx, { kind: 'remove', law: 'A law', selection, by, at: Date.now() }))
  while (!(await isCarriedOut(store))) {
    const step = performance.now()
    await store.write((tx) => carryOn(tx, Date.now()))
    steps.push(performance.now() - step)
  }
  const seconds = (performance.now() - begun) / 1_000
  const beside = `${steps.length} steps, the longest ${Math.round(Math.max(...steps))} ms`
  return atMost(`${round(rows.length)} comments removed in one act`, seconds, 's', ACT_SECONDS, beside)
}

/** What the rules of admission take of the thread that answers readers. */
async function judged({ store, tail, web: { admission } }: Parley, by: Member, { id }: Stocked): Promise<Figure> {
  const phrases = Array.from({ length: PHRASES }, (_, at) => ({
    kind: 'suspect' as const,
    language: null,
    sectionId: null,
    words: `qx${at.toString(36)} wj${(at * 7).toString(36)}`,
  }))
  const keeper = { ...by, roles: [{ role: 'admin' as const, sections: [], languages: [] }] }
  const adding = await store
    .write((tx) => addPhrases(tx, { phrases, by: keeper, at: Date.now() }))
    .catch(() => undefined)
  if (!adding) return justSaid('the rules of admission', 'left out: no phrases could be added')
  await tail.until(adding.seq)
  const words =
    'The ferry of nine carries fewer people than the page says, and whoever counts them on the pier comes to another number each day. '
      .repeat(2)
      .slice(0, 200)
  const reader = { ...by, roles: [] }
  const ask = (at: number) =>
    admission.judge({
      by: reader,
      articleId: id as never,
      parent: undefined,
      draft: draftOf(`${words} ${at}`),
      network: 'bench',
      at: Date.now(),
    })
  const took: number[] = []
  for (let at = 0; at < 2_000; at++) {
    const draftMs = performance.now()
    draftOf(`${words} ${at}`)
    const begun = performance.now()
    await ask(at)
    took.push(performance.now() - begun - (begun - draftMs))
  }
  return atMost(
    `the rules of admission for a comment of 200 characters, ${round(PHRASES)} phrases`,
    median(took.slice(200)),
    'ms',
    JUDGED_MS,
  )
}
