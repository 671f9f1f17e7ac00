import type { MergedKind } from './merge.ts'

/** A column of a table that names an outlet, a party or a document, and by what its rows are known. */
export interface NamedBy {
  table: string
  column: string
  /** The number by which a row is known. */
  id: string
  /** The rest of its key, where it has more than a number. */
  place?: string
}

/** Whatever names outlets, parties and documents, and goes along when two are merged. Where an outlet's documents go is said in merges.ts. */
export const NAMED_BY: Readonly<Record<MergedKind | 'sourceDocument', readonly NamedBy[]>> = {
  outlet: [{ table: 'hop', column: 'outletId', id: 'id' }],
  party: [
    { table: 'hop', column: 'partyId', id: 'id' },
    { table: 'quote', column: 'speakerId', id: 'id' },
  ],
  sourceDocument: [
    { table: 'articleSource', column: 'sourceDocumentId', id: 'articleId', place: 'position' },
    { table: 'hop', column: 'sourceDocumentId', id: 'id' },
    { table: 'quote', column: 'sourceDocumentId', id: 'id' },
    { table: 'sourceSnapshot', column: 'sourceDocumentId', id: 'id' },
  ],
}
