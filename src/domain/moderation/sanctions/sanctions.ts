import type { Kysely } from 'kysely'
import { DAY_MS } from '../../../kit/clock.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { prepared, type Reading, type Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { DecisionId } from '../decisions/decision.ts'
import type { ModerationTables } from '../tables.ts'
import type { Sanction } from './sanction.ts'

/** What keeps somebody from taking part at a moment: the longest, where there are several. */
export async function sanctionOn(db: Reading, personId: PersonId, at: number): Promise<Sanction | undefined> {
  const inForce = (await openOn(db, { personId })).filter(({ until }) => until === null || until > at)
  return inForce.find(({ until }) => until === null) ?? inForce.toSorted((one, other) => other.until! - one.until!)[0]
}

const openOn = prepared((db: Pick<Kysely<ModerationTables>, 'selectFrom'>, { personId }: { personId: PersonId }) =>
  db.selectFrom('sanction').selectAll().where('personId', '=', personId).where('endedAt', 'is', null),
)

/** Throws Trouble where somebody may not take part, saying until when. */
export async function mustTakePart(db: Reading, personId: PersonId, at: number): Promise<void> {
  const sanction = await sanctionOn(db, personId, at)
  if (!sanction) return
  if (sanction.until === null) throw new Trouble('forbidden', 'sanction.banned')
  throw new Trouble('forbidden', 'sanction.suspended', { days: Math.ceil((sanction.until - at) / DAY_MS) })
}

export function addSanction(tx: Writing, sanction: Omit<Sanction, 'id' | 'endedAt'>): Promise<unknown> {
  return tx
    .change<ModerationTables>()
    .insertInto('sanction')
    .values({ ...sanction, endedAt: null })
    .execute()
}

/** Ends what keeps somebody from taking part; answers the decisions by which it began. */
export async function endSanctions(tx: Writing, personId: PersonId, at: number): Promise<DecisionId[]> {
  const open = tx
    .change<ModerationTables>()
    .updateTable('sanction')
    .set({ endedAt: at })
    .where('personId', '=', personId)
  const ended = await open
    .where('endedAt', 'is', null)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', at)]))
    .returning('decisionId')
    .execute()
  return ended.map(({ decisionId }) => decisionId)
}

/** Ends the sanctions that one decision began. */
export function endSanctionOf(tx: Writing, decisionId: DecisionId, at: number): Promise<unknown> {
  const own = tx.change<ModerationTables>().updateTable('sanction').set({ endedAt: at })
  return own.where('decisionId', '=', decisionId).where('endedAt', 'is', null).execute()
}

/** Lets what was ended at a moment go on. */
export function resumeSanctions(tx: Writing, personId: PersonId, endedAt: number): Promise<unknown> {
  const ended = tx.change<ModerationTables>().updateTable('sanction').set({ endedAt: null })
  return ended.where('personId', '=', personId).where('endedAt', '=', endedAt).execute()
}
