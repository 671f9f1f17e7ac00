import type { Kysely } from 'kysely'
import { MINUTE_MS } from '../../../../kit/clock.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import { prepared, type Reading, type Writing } from '../../../../store/index.ts'
import { type ArticleId, placeOf } from '../../../articles/index.ts'
import { type AuditState, record } from '../../../audit/index.ts'
import { type Member, mustMay, type Place, WHOLE } from '../../../people/index.ts'
import { restraintEnded, restraintImposed } from '../acts.ts'
import { restraintChanged } from '../events.ts'
import { restrain } from '../policy.ts'
import type { AdmissionTables } from '../tables.ts'
import { binds, RESTRAINT_KINDS, type Restraint, type RestraintId, type RestraintKind } from './restraint.ts'

const MOST_SHOWN = 500
/** Longer than a month it is to be ended by hand. */
const LONGEST_MINUTES = 31 * 24 * 60
const LONGEST_SECONDS = 24 * 60 * 60

/** Those that nobody has ended, and whose time may be over, the latest first. */
export function restraintsInForce(db: Reading): Promise<Restraint[]> {
  return inForce(db, {})
}

const inForce = prepared((db: Pick<Kysely<AdmissionTables>, 'selectFrom'>) =>
  db.selectFrom('restraint').selectAll().where('endedAt', 'is', null).orderBy('id', 'desc').limit(MOST_SHOWN),
)

export interface Imposing {
  articleId: ArticleId | null
  kind: RestraintKind
  /** Null until it is ended. */
  minutes: number | null
  seconds: number
  by: Member
  at: number
}

/** Asks something of all who write in a discussion, or everywhere, in place of what was asked there before; answers with its end. */
export async function impose(
  tx: Writing,
  { articleId, kind, minutes, seconds, by, at }: Imposing,
): Promise<number | null> {
  mustMay(restrain, by, await placeRestrained(tx, articleId))
  mustBeImposable({ kind, minutes, seconds })
  await tx.inTurn('restraints')
  for (const before of await restraintsInForce(tx))
    if (before.articleId === articleId) await end(tx, before, { by, at })
  const until = minutes === null ? null : at + minutes * MINUTE_MS
  const fresh = { articleId, kind, seconds: kind === 'slow' ? seconds : 0, until, byId: by.id, at }
  const ending = { endedAt: null, endedById: null }
  await tx
    .change<AdmissionTables>()
    .insertInto('restraint')
    .values({ ...fresh, ...ending })
    .execute()
  await record(tx, restraintImposed, { byId: by.id, after: told(fresh), at })
  tx.note(restraintChanged, { ...(articleId !== null && { articleId }), at })
  return until
}

/** Throws Trouble for what cannot be asked. */
export function mustBeImposable({ kind, minutes, seconds }: Pick<Imposing, 'kind' | 'minutes' | 'seconds'>): void {
  if (!RESTRAINT_KINDS.includes(kind)) throw new Trouble('invalid', 'restraint.kind')
  mustBeWithin('minutes', minutes ?? 1, LONGEST_MINUTES)
  if (kind === 'slow') mustBeWithin('seconds', seconds, LONGEST_SECONDS)
}

interface InDiscussion {
  articleId: ArticleId
  by: Member
  at: number
}

/** Ends what is asked in one discussion, of one kind; false where nothing is. */
export async function liftIn(tx: Writing, { articleId, kind, by, at }: InDiscussion & Pick<Restraint, 'kind'>) {
  await tx.inTurn('restraints')
  const inForce = await restraintsInForce(tx)
  const those = inForce.filter((one) => one.articleId === articleId && one.kind === kind && binds(one, articleId, at))
  for (const { id } of those) await lift(tx, id, { by, at })
  return those.length > 0
}

/** Ends what began to be asked in a discussion at a moment, and asks again what ended then. */
export async function resumeBefore(
  tx: Writing,
  { articleId, decidedAt, by, at }: InDiscussion & { decidedAt: number },
): Promise<void> {
  await tx.inTurn('restraints')
  const inForce = await restraintsInForce(tx)
  for (const one of inForce.filter((begun) => begun.articleId === articleId && begun.at === decidedAt))
    await lift(tx, one.id, { by, at })
  const rows = tx.change<AdmissionTables>().updateTable('restraint').set({ endedAt: null, endedById: null })
  await rows.where('articleId', '=', articleId).where('endedAt', '=', decidedAt).where('at', '<', decidedAt).execute()
  tx.note(restraintChanged, { articleId, at })
}

/** Ends one before its time; nothing changes where it has ended. */
export async function lift(tx: Writing, id: RestraintId, { by, at }: { by: Member; at: number }): Promise<void> {
  const restraint = await restraintById(tx, id)
  if (!restraint) throw new Trouble('missing', 'restraint.missing')
  mustMay(restrain, by, await placeRestrained(tx, restraint.articleId))
  await tx.inTurn('restraints')
  const { articleId, endedAt } = (await restraintById(tx, id))!
  if (endedAt !== null) return
  await end(tx, restraint, { by, at })
  await record(tx, restraintEnded, { byId: by.id, before: told(restraint), at })
  tx.note(restraintChanged, { ...(articleId !== null && { articleId }), at })
}

/** Where a restraint reaches: a discussion's place, or all places, which only whoever is not limited moderates. */
export async function placeRestrained(db: Reading, articleId: ArticleId | null): Promise<Place> {
  return articleId === null ? WHOLE : placeOf(db, articleId)
}

export function restraintById(db: Reading, id: RestraintId): Promise<Restraint | undefined> {
  return db.look<AdmissionTables>().selectFrom('restraint').selectAll().where('id', '=', id).executeTakeFirst()
}

async function end(tx: Writing, { id }: Restraint, { by, at }: { by: Member; at: number }): Promise<void> {
  const row = tx.change<AdmissionTables>().updateTable('restraint').where('id', '=', id)
  await row.set({ endedAt: at, endedById: by.id }).execute()
}

function told({
  articleId,
  kind,
  seconds,
  until,
}: Pick<Restraint, 'articleId' | 'kind' | 'seconds' | 'until'>): AuditState {
  return {
    restraint: kind,
    ...(articleId !== null && { article: articleId }),
    ...(seconds > 0 && { seconds }),
    until: until === null ? null : new Date(until).toISOString(),
  }
}

function mustBeWithin(field: string, value: number, most: number) {
  if (Number.isInteger(value) && value >= 1 && value <= most) return
  throw new Trouble('invalid', 'restraint.number', { most }, { fields: { [field]: 'restraint.number' } })
}
