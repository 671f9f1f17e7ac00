import { sql } from 'kysely'
import type { Reading } from '../../../store/index.ts'
import type { Member, PersonId } from '../../people/index.ts'
import type { DecisionKind } from '../decisions/decision.ts'
import type { ModerationTables } from '../tables.ts'
import { type Case, CLAIM_MS } from './case.ts'
import { countQueue, queue } from './queue.ts'

/** What moderators see before anything else. */
export interface ModerationFront {
  /** How many cases wait, counted up to a limit, and how many of them nobody works on. */
  waiting: number
  free: number
  /** The one that has waited longest. */
  oldest: Case | null
  /** Who works on how many. */
  busy: readonly { personId: PersonId; cases: number }[]
  /** What was decided within a span of time, and stands. */
  decided: readonly { kind: DecisionKind; decisions: number; comments: number }[]
}

interface Asked {
  now: number
  /** The span that is looked back at. */
  since: number
  before: number
  mostCounted: number
}

const MOST_BUSY = 50

export async function moderationFront(
  db: Reading,
  by: Member,
  { now, since, before, mostCounted }: Asked,
): Promise<ModerationFront> {
  const [oldest = null] = await queue(db, by, { order: 'oldest' }, now, 1)
  return {
    waiting: await countQueue(db, by, {}, now, mostCounted),
    free: await countQueue(db, by, { free: true }, now, mostCounted),
    oldest,
    busy: await busyOn(db, now),
    decided: await decidedBetween(db, since, before),
  }
}

async function busyOn(db: Reading, now: number): Promise<ModerationFront['busy']> {
  const cases = db.look<ModerationTables>().selectFrom('moderationCase').where(sql<boolean>`"closedAt" is null`)
  const rows = await cases
    .where('claimedById', 'is not', null)
    .where('claimedAt', '>', now - CLAIM_MS)
    .groupBy('claimedById')
    .select((e) => ['claimedById', e.fn.countAll<number>().as('cases')])
    .orderBy('claimedById')
    .limit(MOST_BUSY)
    .execute()
  return rows.map(({ claimedById, cases: many }) => ({ personId: claimedById!, cases: Number(many) }))
}

async function decidedBetween(db: Reading, since: number, before: number): Promise<ModerationFront['decided']> {
  const decisions = db.look<ModerationTables>().selectFrom('decision').where('undoneAt', 'is', null)
  const rows = await decisions
    .where('at', '>=', since)
    .where('at', '<', before)
    .groupBy('kind')
    .select((e) => ['kind', e.fn.countAll<number>().as('decisions'), e.fn.sum<number>('comments').as('comments')])
    .orderBy('kind')
    .execute()
  return rows.map(({ kind, decisions: many, comments }) => ({
    kind,
    decisions: Number(many),
    comments: Number(comments),
  }))
}
