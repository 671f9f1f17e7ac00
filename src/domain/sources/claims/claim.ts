import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import type { ArticleId } from '../../articles/index.ts'

export type ClaimId = Id<'claim'>

/** What sort of thing is asserted; "claim-kind.<kind>" in words/ names it. */
export const CLAIM_KINDS = ['fact', 'number', 'quote', 'opinion', 'forecast', 'denial'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** What has become of it; "claim-status.<status>" in words/ names it. */
export const CLAIM_STATUSES = ['reported', 'corroborated', 'contested', 'refuted', 'retracted', 'corrected'] as const
export type ClaimStatus = (typeof CLAIM_STATUSES)[number]

/** What is said of it wherever it is cited. */
export const PUT_RIGHT: readonly ClaimStatus[] = ['refuted', 'retracted', 'corrected']

/** Something that an article asserts, whatever the language; where it stands in a text its anchors say. */
export interface Claim {
  id: ClaimId
  articleId: ArticleId
  /** By which the texts mark it. */
  key: string
  kind: ClaimKind
  status: ClaimStatus
  /** When it came to that. */
  statusAt: number
}

/** A claim in the words of one edition. */
export interface ClaimWords {
  claimId: ClaimId
  language: Language
  /** In a sentence; empty where the marked words say it. */
  gist: string
  /** What there is to say of its status. */
  note: string
}

/** How one claim stands to another; "claim-relation.<type>" in words/ names it. */
export const CLAIM_RELATIONS = ['contests', 'supports', 'corrects', 'updates', 'repeats', 'same-root'] as const
export type ClaimRelationType = (typeof CLAIM_RELATIONS)[number]

export interface ClaimRelation {
  fromId: ClaimId
  toId: ClaimId
  type: ClaimRelationType
}
