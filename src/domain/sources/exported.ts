import { z } from 'zod'
import { type ExportedRow, type ExportedTable, exportedColumns, type Writing } from '../../store/index.ts'
import { soughtIn } from '../media/index.ts'
import { WEIGHTS } from './corrections/index.ts'
import { SNAPSHOT_STATES } from './documents/snapshot.ts'
import { LINK_STATES, PRECISIONS } from './documents/source-document.ts'
import { MERGED_KINDS } from './merging/merge.ts'
import { OUTLET_KINDS } from './outlets/outlet.ts'
import { PARTY_KINDS } from './parties/party.ts'

const { id, count, moment, words, language, key, day, address } = exportedColumns
const yesNo = z.union([z.literal(0), z.literal(1)])
const list = (of: z.ZodType) => words.refine((text) => isList(text, of), 'is no list')
const addresses = list(address)
const country = z.string().regex(/^[A-Z]{2}$/)

/** Outlets, those who are quoted, and the documents that articles draw on. */
export const exportedSources: readonly ExportedTable[] = [
  {
    table: 'outlet',
    key: ['id'],
    columns: {
      id,
      key,
      url: address.nullable(),
      kind: z.enum(OUTLET_KINDS),
      country: country.nullable(),
      sameAs: addresses,
    },
    absent: { kind: () => 'other', country: () => null, sameAs: () => '[]' },
  },
  {
    table: 'outletWords',
    key: ['outletId', 'language'],
    columns: { outletId: id, language, name: words, locked: yesNo },
    absent: { locked: () => 0 },
    references: { outletId: 'outlet' },
    complete: madeFindable,
  },
  { table: 'party', key: ['id'], columns: { id, key, kind: z.enum(PARTY_KINDS), sameAs: addresses } },
  {
    table: 'partyWords',
    key: ['partyId', 'language'],
    columns: { partyId: id, language, name: words, locked: yesNo },
    references: { partyId: 'party' },
    complete: madeFindable,
  },
  {
    table: 'partyRole',
    key: ['id'],
    columns: { id, partyId: id, position: count, since: day.nullable(), until: day.nullable() },
    references: { partyId: 'party' },
  },
  {
    table: 'partyRoleWords',
    key: ['roleId', 'language'],
    columns: { roleId: id, language, name: words },
    references: { roleId: 'partyRole' },
  },
  {
    table: 'sourceDocument',
    key: ['id'],
    columns: {
      id,
      outletId: id,
      url: address,
      title: words,
      language,
      publishedOn: day.nullable(),
      canonicalUrl: address.nullable(),
      bylines: list(z.string()),
      publishedAt: moment.nullable(),
      publishedZone: key.nullable(),
      publishedPrecision: z.enum(PRECISIONS),
      accessedAt: moment.nullable(),
      mediaType: key.nullable(),
      linkState: z.enum(LINK_STATES).nullable(),
      checkedAt: moment.nullable(),
      silentSince: moment.nullable(),
      movedTo: address.nullable(),
      passage: words.nullable(),
      passageHash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
      openedById: id.nullable(),
      openedAt: moment.nullable(),
    },
    absent: {
      canonicalUrl: nothing,
      bylines: () => '[]',
      publishedAt: nothing,
      publishedZone: nothing,
      publishedPrecision: ({ publishedOn }) => (publishedOn === null ? 'unknown' : 'day'),
      accessedAt: nothing,
      mediaType: nothing,
      linkState: nothing,
      checkedAt: nothing,
      silentSince: nothing,
      movedTo: nothing,
      passage: nothing,
      passageHash: nothing,
      openedById: nothing,
      openedAt: nothing,
    },
    references: { outletId: 'outlet', openedById: 'person' },
  },
  {
    table: 'sourceSnapshot',
    key: ['id'],
    columns: {
      id,
      sourceDocumentId: id,
      provider: key,
      url: address.nullable(),
      capturedAt: moment.nullable(),
      state: z.enum(SNAPSHOT_STATES),
      job: key.nullable(),
      askedAt: moment,
    },
    references: { sourceDocumentId: 'sourceDocument' },
  },
  {
    table: 'articleSource',
    key: ['articleId', 'position'],
    columns: { articleId: id, position: count, sourceDocumentId: id },
    references: { articleId: 'article', sourceDocumentId: 'sourceDocument' },
  },
  {
    table: 'correction',
    key: ['id'],
    columns: {
      id,
      articleId: id,
      claimId: id.nullable(),
      weight: z.enum(WEIGHTS),
      since: moment,
      byId: id.nullable(),
      at: moment,
    },
    references: { articleId: 'article', byId: 'person' },
  },
  {
    table: 'correctionWords',
    key: ['correctionId', 'editionId'],
    columns: { correctionId: id, editionId: id, wrong: words, right: words },
    references: { correctionId: 'correction', editionId: 'edition' },
  },
  {
    table: 'merge',
    key: ['id'],
    columns: {
      id,
      kind: z.enum(MERGED_KINDS),
      fromId: id,
      intoId: id,
      byId: id.nullable(),
      at: moment,
      undoneAt: moment.nullable(),
    },
    references: { byId: 'person' },
  },
  {
    table: 'mergedRow',
    key: ['mergeId', 'holder', 'rowId', 'place'],
    columns: { mergeId: id, holder: key, rowId: id, place: count, fromId: id, toId: id },
    references: { mergeId: 'merge' },
  },
]

function nothing() {
  return null
}

function isList(text: string, of: z.ZodType): boolean {
  try {
    return z.array(of).safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}

function madeFindable(_tx: Writing, rows: readonly ExportedRow[]): ExportedRow[] {
  return rows.map((row) => ({ ...row, sought: soughtIn(String(row.name)) }))
}
