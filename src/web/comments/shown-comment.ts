import type { Cause, ReactionCounts } from '../../domain/discussion/index.ts'
import type { ShownQuotation } from './quotation.ts'

/** A comment as its place in a thread shows it. */
export interface ShownComment {
  id: number
  parentId: number
  depth: number
  ordinal: number
  label: string
  /** The language it is written in, where that is known. */
  language: string | null
  author: { id: number; name: string; isStaff?: boolean; formerly?: string | null } | null
  postedAt: number | null
  editedAt: number | null
  html: string | null
  replies: number
  /** Whether nobody answers it any more, nor what stands below it. */
  isLocked?: boolean
  /** Whether moderators took a passage out of it. */
  isRedacted?: boolean
  /** Whether it was restored after an appeal. */
  isAppealed?: boolean
  /** The comment that stood here and stands elsewhere now. */
  movedTo?: number | null
  /** How many people reacted; never who. */
  reactions: ReactionCounts
  tombstone: { cause: Cause; ruleId: number | null; at: number | null } | null
  quotations: readonly ShownQuotation[]
  quotedBy: { count: number; first: readonly { commentId: number; label: string; name: string | null }[] }
}
