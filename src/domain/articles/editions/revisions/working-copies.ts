import type { Reading, Writing } from '../../../../store/index.ts'
import type { ArticleTables } from '../../tables.ts'
import type { EditionId } from '../edition.ts'
import type { WorkingCopy } from './working-copy.ts'

export function workingCopyOf(db: Reading, editionId: EditionId): Promise<WorkingCopy | undefined> {
  const copies = db.look<ArticleTables>().selectFrom('workingCopy').selectAll()
  return copies.where('editionId', '=', editionId).executeTakeFirst()
}

/** Puts what is typed in the place of what was typed before. */
export async function putCopy(tx: Writing, copy: Omit<WorkingCopy, 'id'>): Promise<void> {
  const { editionId, ...typed } = copy
  const { title, standfirst, words, pictureAlt, pictureCaption, base, byId, at, seenAt } = typed
  const row = { title, standfirst, words, pictureAlt, pictureCaption, base, byId, at, seenAt }
  const insert = tx
    .change<ArticleTables>()
    .insertInto('workingCopy')
    .values({ editionId, ...row })
  await insert.onConflict((c) => c.column('editionId').doUpdateSet(row)).execute()
}

export async function dropCopy(tx: Writing, editionId: EditionId): Promise<void> {
  await tx.change<ArticleTables>().deleteFrom('workingCopy').where('editionId', '=', editionId).execute()
}
