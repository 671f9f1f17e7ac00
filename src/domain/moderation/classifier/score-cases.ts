import { sql } from 'kysely'
import type { Reading, Store } from '../../../store/index.ts'
import { commentHeld, latestWording } from '../../discussion/index.ts'
import { commentReported } from '../reports/events.ts'
import type { ModerationTables } from '../tables.ts'
import type { ClassifierInUse } from './classifier.ts'
import { classifierTrained } from './events.ts'

const AT_ONCE = 50
const THOUSAND = 1_000

/** After what cases have no score, or an old one. */
export const SCORED_AFTER = [commentReported, commentHeld, classifierTrained]

/** Gives some of the cases that wait the score that the classifier in use has for their words; answers whether there may be more. */
export async function scoreCases(
  store: Store,
  classifier: () => Promise<ClassifierInUse | undefined>,
): Promise<boolean> {
  const inUse = await classifier()
  if (!inUse) return false
  const { id: scoredById } = inUse
  const unscored = await store.read((db) => unscoredBy(db, inUse))
  if (unscored.length === 0) return false
  await store.write(async (tx) => {
    for (const { id, words } of unscored) {
      const score = words === undefined ? 0 : Math.round(inUse.likelihoodOf(words) * THOUSAND)
      const cases = tx.change<ModerationTables>().updateTable('moderationCase').set({ score, scoredById })
      await cases.where('id', '=', id).execute()
    }
  })
  return unscored.length === AT_ONCE
}

async function unscoredBy(db: Reading, { id }: ClassifierInUse) {
  const cases = db.look<ModerationTables>().selectFrom('moderationCase').select(['id', 'commentId'])
  const rows = await cases
    .where(sql<boolean>`"closedAt" is null and "commentId" is not null`)
    .where('scoredById', '<', id)
    .orderBy('scoredById')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  const words = await Promise.all(rows.map(({ commentId }) => latestWording(db, commentId!)))
  return rows.map((row, at) => ({ id: row.id, words: words[at]?.plain }))
}
