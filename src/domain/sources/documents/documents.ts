import { isInkless } from '../../../kit/characters.ts'
import { sha256 } from '../../../kit/hash.ts'
import { languageFrom } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { folded } from '../../../text/fold.ts'
import { publicationChanged } from '../../articles/index.ts'
import { citedById } from '../cited/cited-kept.ts'
import { KEEPING } from '../keeping.ts'
import { mergedInto } from '../merging/merges.ts'
import type { OutletId } from '../outlets/outlet.ts'
import { OUTLETS } from '../outlets/outlets.ts'
import { addressFrom } from '../said-of.ts'
import type { SourceTables } from '../tables.ts'
import { onDay, PRECISIONS, type Published, type SourceDocument, type SourceDocumentId } from './source-document.ts'

export const LONGEST_PASSAGE = 4_000
const LONGEST_TITLE = 500
const LONGEST_BYLINE = 200
const MOST_BYLINES = 20

/** What is said of a document at the desk. */
export type DocumentDraft = Published &
  Pick<
    SourceDocument,
    'outletId' | 'url' | 'canonicalUrl' | 'title' | 'language' | 'bylines' | 'mediaType' | 'passage'
  > & {
    accessedAt?: number | null
  }

/** Keeps a document of an outlet, which has one at an address; answers with its number. Throws Trouble for what cannot be said. */
export async function keepDocument(tx: Writing, draft: DocumentDraft, at: number): Promise<SourceDocumentId> {
  const { bylines, accessedAt = null, ...row } = checkedDocument(draft)
  const outletId = ((await mergedInto(tx, 'outlet', row.outletId)) ?? row.outletId) as OutletId
  if (!(await citedById(tx, OUTLETS, outletId))) throw new Trouble('invalid', 'outlet.missing')
  const passageHash = row.passage === null ? null : sha256(row.passage)
  const kept = { ...row, outletId, passageHash, bylines: JSON.stringify(bylines), accessedAt }
  const insert = tx.change<SourceTables>().insertInto('sourceDocument').values(kept)
  const { outletId: _outlet, url: _url, ...said } = kept
  const { id } = await insert
    .onConflict((c) => c.columns(['outletId', 'url']).doUpdateSet(said))
    .returning('id')
    .executeTakeFirstOrThrow()
  tx.note(publicationChanged, { at })
  return id
}

/** Says other things of a document. Throws Trouble for what cannot be said, and where its outlet has another at that address. */
export async function changeDocument(
  tx: Writing,
  id: SourceDocumentId,
  draft: DocumentDraft,
  at: number,
): Promise<void> {
  await tx.inTurn(KEEPING)
  const { bylines, accessedAt: _, ...row } = checkedDocument(draft)
  const before = await documentById(tx, id)
  if (!before) throw new Trouble('missing', 'document.missing')
  const same = tx.look<SourceTables>().selectFrom('sourceDocument').select('id').where('outletId', '=', row.outletId)
  const other = await same.where('url', '=', row.url).where('id', '!=', id).executeTakeFirst()
  if (other) throw new Trouble('conflict', 'document.twice')
  const passageHash = row.passage === null ? null : sha256(row.passage)
  const link = before.url === row.url ? {} : { linkState: null, movedTo: null, checkedAt: null, silentSince: null }
  const read = before.passageHash === passageHash ? {} : { accessedAt: at }
  const kept = { ...row, ...link, ...read, passageHash, bylines: JSON.stringify(bylines) }
  await tx.change<SourceTables>().updateTable('sourceDocument').set(kept).where('id', '=', id).execute()
  tx.note(publicationChanged, { at })
}

/** The same as it is kept; throws Trouble for what cannot be said. */
export function checkedDocument(draft: DocumentDraft): DocumentDraft {
  const { url, canonicalUrl, title, language, bylines, passage } = draft
  const words = passage?.trim() || null
  const address = addressFrom(url)
  if (!address) throw new Trouble('invalid', 'url.missing')
  if (isInkless(title)) throw new Trouble('invalid', 'source-title.missing')
  if (title.length > LONGEST_TITLE) throw new Trouble('invalid', 'source-title.too-long', { limit: LONGEST_TITLE })
  if (languageFrom(language) !== language)
    throw new Trouble('invalid', 'publication.language-unknown', { tag: language })
  if (words && words.length > LONGEST_PASSAGE)
    throw new Trouble('invalid', 'passage.too-long', { limit: LONGEST_PASSAGE })
  const signed = bylines.map(folded).filter((name) => name !== '')
  if (signed.length > MOST_BYLINES || signed.some((name) => name.length > LONGEST_BYLINE))
    throw new Trouble('invalid', 'bylines.too-long', { limit: LONGEST_BYLINE, most: MOST_BYLINES })
  return {
    ...draft,
    ...publishedAs(draft),
    url: address,
    canonicalUrl: addressFrom(canonicalUrl),
    title: folded(title),
    passage: words,
    bylines: signed,
  }
}

/** When it was published, with as much as its precision says and no more. */
function publishedAs({ publishedOn, publishedAt, publishedZone, publishedPrecision }: Published): Published {
  if (!PRECISIONS.includes(publishedPrecision) || publishedPrecision === 'unknown' || publishedOn === null)
    return onDay(null)
  if (publishedPrecision === 'month') return { ...onDay(`${publishedOn.slice(0, 7)}-01`), publishedPrecision }
  if (publishedPrecision === 'day' || publishedAt === null) return onDay(publishedOn)
  return { publishedOn, publishedAt, publishedZone: publishedZone ?? 'UTC', publishedPrecision }
}

/** A document by its number. */
export async function documentById(db: Reading, id: SourceDocumentId): Promise<SourceDocument | undefined> {
  return (await documentsById(db, [id]))[0]
}

/** These documents; a bounded list. */
export async function documentsById(db: Reading, ids: readonly SourceDocumentId[]): Promise<SourceDocument[]> {
  if (ids.length === 0) return []
  const rows = db.look<SourceTables>().selectFrom('sourceDocument').selectAll().where('id', 'in', ids)
  return (await rows.orderBy('id').execute()).map(readDocument)
}

/** What is kept at an address already, whichever outlet it is said to be of; the first that was. */
export async function documentAt(db: Reading, url: string): Promise<SourceDocument | undefined> {
  const rows = db.look<SourceTables>().selectFrom('sourceDocument').selectAll().where('url', '=', url)
  const row = await rows.orderBy('id').limit(1).executeTakeFirst()
  return row && readDocument(row)
}

type DocumentRow = Omit<SourceDocument, 'bylines'> & { bylines: string }

export function readDocument({ bylines, ...row }: DocumentRow): SourceDocument {
  return { ...row, bylines: JSON.parse(bylines) as string[] }
}

/** Says that one of us has read it; whoever did so first is named. */
export async function openDocument(
  tx: Writing,
  id: SourceDocumentId,
  { byId, at }: { byId: NonNullable<SourceDocument['openedById']>; at: number },
): Promise<void> {
  if (!(await documentById(tx, id))) throw new Trouble('missing', 'document.missing')
  const rows = tx.change<SourceTables>().updateTable('sourceDocument').set({ openedById: byId, openedAt: at })
  const { numUpdatedRows } = await rows.where('id', '=', id).where('openedAt', 'is', null).executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) tx.note(publicationChanged, { at })
}
