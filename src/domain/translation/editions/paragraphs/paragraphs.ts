import type { Reading, Writing } from '../../../../store/index.ts'
import type { EditionId, RevisionId } from '../../../articles/index.ts'
import type { EditionTables } from '../tables.ts'
import { written } from './pairing.ts'
import type { KeptParagraph, Paragraph, Translation } from './paragraph.ts'

/** Of which edition one is a translation; undefined for an original. */
export function translationOf(db: Reading, editionId: EditionId): Promise<Translation | undefined> {
  const translations = db.look<EditionTables>().selectFrom('translation').selectAll()
  return translations.where('editionId', '=', editionId).executeTakeFirst()
}

/** What is kept of an edition's paragraphs, in its order; as many as it has. */
export function keptParagraphs(db: Reading, editionId: EditionId): Promise<Paragraph[]> {
  const paragraphs = db.look<EditionTables>().selectFrom('translatedParagraph').selectAll()
  return paragraphs.where('editionId', '=', editionId).orderBy('part').orderBy('position').execute()
}

/** Says of which edition another is a translation, or that it is of none. */
export async function saveTranslation(
  tx: Writing,
  row: Omit<Translation, 'id' | 'originalId'> & { originalId: EditionId | null },
) {
  const { editionId, originalId, ...said } = row
  const change = tx.change<EditionTables>()
  if (originalId === null) {
    await change.deleteFrom('translatedParagraph').where('editionId', '=', editionId).execute()
    return void (await change.deleteFrom('translation').where('editionId', '=', editionId).execute())
  }
  const insert = change.insertInto('translation').values({ editionId, originalId, ...said })
  await insert.onConflict((c) => c.column('editionId').doUpdateSet({ originalId, ...said })).execute()
}

/** Says with which revision of the original an edition's paragraphs were compared last. */
export async function noteRevision(tx: Writing, editionId: EditionId, revisionId: RevisionId | null) {
  const translations = tx.change<EditionTables>().updateTable('translation').set({ revisionId })
  await translations.where('editionId', '=', editionId).execute()
}

/** Keeps an edition's paragraphs in this order; those that are the same are left alone. */
export async function keepParagraphs(tx: Writing, editionId: EditionId, paragraphs: readonly KeptParagraph[]) {
  const change = tx.change<EditionTables>()
  const before = new Map((await keptParagraphs(tx, editionId)).map((one) => [one.id, one]))
  const rows = written(paragraphs).map((one, position) => rowOf(editionId, one, position))
  for (const { id, ...row } of rows) {
    const known = id === null ? undefined : before.get(id)
    if (known && id !== null) {
      before.delete(id)
      if (!isSame(known, row)) await change.updateTable('translatedParagraph').set(row).where('id', '=', id).execute()
    } else await change.insertInto('translatedParagraph').values(row).execute()
  }
  const gone = [...before.keys()]
  if (gone.length > 0) await change.deleteFrom('translatedParagraph').where('id', 'in', gone).execute()
}

function rowOf(editionId: EditionId, one: KeptParagraph, position: number) {
  const { id, part, original, originalHash, words, state, byId, at } = one
  const { engine, model, glossaryVersion, reviewedById, reviewedAt } = one
  const drafted = { engine, model, glossaryVersion, reviewedById, reviewedAt }
  return { id, editionId, part, position, original, originalHash, words, state, byId, at, ...drafted }
}

function isSame(known: Paragraph, row: Omit<Paragraph, 'id'>): boolean {
  return Object.entries(row).every(([name, value]) => known[name as keyof Paragraph] === value)
}
