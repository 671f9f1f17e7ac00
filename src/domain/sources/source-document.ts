import type { Id } from '../../kit/ids.ts'
import type { Language } from '../../kit/language.ts'
import type { OutletId } from './outlet.ts'

export type SourceDocumentId = Id<'sourceDocument'>

/** One report of an outlet. */
export interface SourceDocument {
  id: SourceDocumentId
  outletId: OutletId
  url: string
  title: string
  language: Language
  /** The outlet's own day, as "2014-10-15". */
  publishedOn: string | null
}
