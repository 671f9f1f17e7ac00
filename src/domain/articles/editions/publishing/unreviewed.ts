import type { Writing } from '../../../../store/index.ts'
import { editionChanged } from '../../events.ts'
import type { ArticleTables } from '../../tables.ts'
import { type Edition, isReadable } from '../edition.ts'

/** Says whether readers see words that a machine wrote and nobody has reviewed. */
export async function sayUnreviewed(tx: Writing, edition: Edition, unreviewed: 0 | 1, at: number): Promise<void> {
  const { id, articleId } = edition
  if (edition.unreviewed === unreviewed) return
  await tx.change<ArticleTables>().updateTable('edition').set({ unreviewed }).where('id', '=', id).execute()
  if (isReadable(edition)) tx.note(editionChanged, { about: id, articleId, at })
}
