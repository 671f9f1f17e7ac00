import type { ArticleTables } from '../../domain/articles/index.ts'
import { contradictory, misnumbered } from '../../domain/discussion/index.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Reading } from '../../store/index.ts'

/** Refuses what only shows when all rows are there: editions without their words, comments that are otherwise than their state says, or with gaps in their numbers. */
export async function mustFit(db: Reading): Promise<void> {
  const [edition] = await wordlessEditions(db)
  if (edition) throw refusal(`Edition ${edition.id} names revision ${edition.revisionId}, which is not one of its own.`)
  const [comment] = await contradictory(db, 1)
  if (comment) throw refusal(comment)
  const [gap] = await misnumbered(db, 1)
  if (gap) throw refusal(`The comments under ${gap} are not numbered from 1 without gaps.`)
}

function refusal(sentence: string) {
  return new Refusal(`${sentence} Nothing was imported.`)
}

function wordlessEditions(db: Reading) {
  const editions = db.look<ArticleTables>().selectFrom('edition')
  return editions
    .leftJoin('revision', (join) =>
      join.onRef('revision.id', '=', 'edition.revisionId').onRef('revision.editionId', '=', 'edition.id'),
    )
    .select(['edition.id', 'edition.revisionId'])
    .where('edition.revisionId', 'is not', null)
    .where('revision.id', 'is', null)
    .limit(1)
    .execute()
}
