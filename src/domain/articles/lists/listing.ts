import type { Language } from '../../../kit/language.ts'
import type { EditionId } from '../editions/edition.ts'

/** That a published edition stands in a list, where it is found by time. What it is told from are the section, the tags and the bylines themselves. */
export interface Listing {
  list: List['of']
  ofId: number
  language: Language
  publishedAt: number
  editionId: EditionId
}

/** What a section holds, what stands under a tag, or what somebody has signed. */
export interface List {
  of: 'section' | 'tag' | 'signer'
  id: number
}

/** What stands in no section is a list, too. */
export const NO_SECTION = 0
