import type { Reading, Writing } from '../../../../store/index.ts'
import type { PersonTables } from '../../../people/index.ts'
import type { ArticleTables } from '../../tables.ts'
import type { EditionId } from '../edition.ts'
import type { Revision, RevisionId } from './revision.ts'

/** The words of an edition as they stand at the desk. */
export function latestRevision(db: Reading, editionId: EditionId): Promise<Revision | undefined> {
  const revisions = revisionsOf(db, editionId).selectAll().where('aside', '=', 0)
  return revisions.orderBy('number', 'desc').limit(1).executeTakeFirst()
}

export function revisionNumbered(db: Reading, editionId: EditionId, number: number): Promise<Revision | undefined> {
  return revisionsOf(db, editionId).selectAll().where('number', '=', number).executeTakeFirst()
}

export function revisionWithId(db: Reading, id: RevisionId): Promise<Revision | undefined> {
  return db.look<ArticleTables>().selectFrom('revision').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What was saved last, be it aside. */
export function lastRevision(db: Reading, editionId: EditionId): Promise<Revision | undefined> {
  return revisionsOf(db, editionId).selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()
}

function revisionsOf(db: Reading, editionId: EditionId) {
  return db.look<ArticleTables>().selectFrom('revision').where('editionId', '=', editionId)
}

export async function add(tx: Writing, revision: Omit<Revision, 'id'>): Promise<RevisionId> {
  const insert = tx.change<ArticleTables>().insertInto('revision').values(revision)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

/** Takes what is made of the same words now. */
export async function renderAnew(tx: Writing, id: RevisionId, { html, plain }: Pick<Revision, 'html' | 'plain'>) {
  await tx.change<ArticleTables>().updateTable('revision').set({ html, plain }).where('id', '=', id).execute()
}

/** A revision as a list names it. */
export type RevisionLine = Pick<Revision, 'id' | 'number' | 'at' | 'byId' | 'aside'> & { by: string | null }

/** Every saved state of an edition's words, the last first, below a number. */
export function revisionLines(
  db: Reading,
  editionId: EditionId,
  before: number | undefined,
  limit: number,
): Promise<RevisionLine[]> {
  return db
    .look<ArticleTables & PersonTables>()
    .selectFrom('revision')
    .leftJoin('person', 'person.id', 'revision.byId')
    .select(['revision.id', 'revision.number', 'revision.at', 'revision.byId', 'revision.aside', 'person.name as by'])
    .where('revision.editionId', '=', editionId)
    .$if(before !== undefined, (q) => q.where('revision.number', '<', before!))
    .orderBy('revision.number', 'desc')
    .limit(limit)
    .execute()
}
