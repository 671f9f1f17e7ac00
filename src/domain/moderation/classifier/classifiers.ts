import { z } from 'zod'
import type { Reading, Writing } from '../../../store/index.ts'
import type { Classifier, ClassifierId } from './classifier.ts'
import type { LinearModel } from './linear-model.ts'
import { modelFromText, textOfModel } from './model-text.ts'
import type { ClassifierTables } from './tables.ts'

const THOUSAND = 1_000
const KEPT_MODELS = 2
const KEPT_FIGURES = 100

export async function addClassifier(
  tx: Writing,
  { ranking, isUsed, tested, model, ...rest }: Omit<Classifier, 'id'> & { model: LinearModel },
): Promise<ClassifierId> {
  const scores = tested.map(({ score, isRemoved }) => (Math.round(score * THOUSAND) + 1) * (isRemoved ? 1 : -1))
  const row = {
    ...rest,
    ranking: Math.round(ranking * THOUSAND),
    isUsed: isUsed ? (1 as const) : (0 as const),
    tested: JSON.stringify(scores),
    model: textOfModel(model),
  }
  const insert = tx.change<ClassifierTables>().insertInto('classifier').values(row).returning('id')
  const { id } = await insert.executeTakeFirstOrThrow()
  await forgetOlder(tx)
  return id
}

/** The latest, whether it is used or not. */
export async function latestClassifier(db: Reading): Promise<Classifier | undefined> {
  const [latest] = await latestClassifiers(db, 1)
  return latest
}

export async function latestClassifiers(db: Reading, limit: number): Promise<Classifier[]> {
  const columns = ['id', 'at', 'removed', 'kept', 'upTo', 'ranking', 'isUsed', 'tested'] as const
  const rows = db.look<ClassifierTables>().selectFrom('classifier').select(columns)
  const latest = await rows.orderBy('id', 'desc').limit(limit).execute()
  return latest.map(({ ranking, isUsed, tested, ...rest }) => ({
    ...rest,
    ranking: ranking / THOUSAND,
    isUsed: isUsed === 1,
    tested: scoresIn(tested),
  }))
}

/** What the latest one has learnt, if it is worth being asked. */
export async function modelInUse(db: Reading): Promise<{ id: ClassifierId; model: LinearModel } | undefined> {
  const rows = db.look<ClassifierTables>().selectFrom('classifier').select(['id', 'isUsed', 'model'])
  const latest = await rows.orderBy('id', 'desc').limit(1).executeTakeFirst()
  return latest?.isUsed === 1 ? { id: latest.id, model: modelFromText(latest.model) } : undefined
}

function scoresIn(text: string): Classifier['tested'] {
  const scores = z.array(z.number()).parse(JSON.parse(text))
  return scores.map((score) => ({ score: (Math.abs(score) - 1) / THOUSAND, isRemoved: score > 0 }))
}

async function forgetOlder(tx: Writing) {
  const ids = await tx.look<ClassifierTables>().selectFrom('classifier').select('id').orderBy('id', 'desc').execute()
  const change = tx.change<ClassifierTables>()
  const [oldest, older] = [ids[KEPT_MODELS]?.id, ids[KEPT_FIGURES]?.id]
  if (oldest) await change.updateTable('classifier').set({ model: '' }).where('id', '<=', oldest).execute()
  if (older) await change.deleteFrom('classifier').where('id', '<=', older).execute()
}
