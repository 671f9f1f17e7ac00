import type { Reading, Writing } from '../../../store/index.ts'
import type { ArticleTables } from '../tables.ts'
import type { EditionId } from './edition.ts'
import type { Revision, RevisionId } from './revision.ts'

/** The words of an edition as they stand. */
export function latestRevision(db: Reading, editionId: EditionId): Promise<Revision | undefined> {
  const revisions = db.look<ArticleTables>().selectFrom('revision').selectAll().where('editionId', '=', editionId)
  return revisions.orderBy('number', 'desc').limit(1).executeTakeFirst()
}

export async function add(tx: Writing, revision: Omit<Revision, 'id'>): Promise<RevisionId> {
  const insert = tx.change<ArticleTables>().insertInto('revision').values(revision)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

/** Takes what is made of the same words now. */
export async function renderAnew(tx: Writing, id: RevisionId, { html, plain }: Pick<Revision, 'html' | 'plain'>) {
  await tx.change<ArticleTables>().updateTable('revision').set({ html, plain }).where('id', '=', id).execute()
}
