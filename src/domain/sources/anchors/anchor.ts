import type { Id } from '../../../kit/ids.ts'
import type { TextQuoteSelector } from '../../../text/quote-selectors.ts'
import type { SourceMarkKind } from '../../../text/source-marks.ts'
import type { EditionId } from '../../articles/index.ts'

/** Marked in the text; or no longer: then its words stand there still, or they do not. */
export const ANCHOR_STATES = ['marked', 'unmarked', 'orphaned'] as const
export type AnchorState = (typeof ANCHOR_STATES)[number]

/** Where a claim or a quote stands in a wording of an edition. The mark in the text is the truth; this is made of it when it is saved. */
export interface Anchor extends TextQuoteSelector {
  revisionId: Id<'revision'>
  editionId: EditionId
  kind: SourceMarkKind
  key: string
  /** Which of the passages with this mark. */
  place: number
  /** As the page numbers it; 0 for one that is no longer marked. */
  number: number
  /** Where it begins, in characters as Unicode counts them; for one that is no longer there, where it began. */
  position: number
  state: AnchorState
}
