import { MINUTE_MS } from '../../../kit/clock.ts'
import type { Id } from '../../../kit/ids.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { ReactionCounts } from '../reactions/reaction.ts'

export type CommentId = Id<'comment'>

/** The parent of a root. */
export const ROOT = 0

/** Minutes in which an author may change a comment. */
export const EDIT_MINUTES = 15

/** How often, so that its history can be shown whole. */
export const MOST_EDITS = 100

/** Whether its words are there to be read, wait to be looked at and were never seen, or have been taken away. */
export type CommentState = 'stands' | 'held' | 'removed'

export interface Comment extends ReactionCounts {
  id: CommentId
  articleId: ArticleId
  parentId: CommentId | typeof ROOT
  rootId: CommentId
  /** 1 for a root. */
  depth: number
  state: CommentState
  /** The removal in force. */
  removalId: number | null
  /** 1 where nobody answers it any more, nor what stands below it. */
  locked: 0 | 1
  /** The place under the parent, from 1; given once, tombstones counted, never reused. */
  ordinal: number
  label: string
  authorId: PersonId | null
  language: string | null
  /** Null unless it stands. */
  html: string | null
  plain: string | null
  postedAt: number | null
  editedAt: number | null
  replies: number
  nextReply: number
  descendants: number
  lastActivityAt: number | null
  /** When moderators took a passage out of it; null where they did not, or put it back. */
  redactedAt: number | null
  /** When it was restored after an appeal; null where it was not. */
  appealedAt: number | null
  /** Where the branch stands now that stood in this place; the place alone is left. */
  movedToId: CommentId | null
  quotedBy: number
  /** The first of them, as `quoters.ts` keeps them. */
  quoters: string
  /** How good it is held to be, the higher the better. */
  best: number
}

/** A comment about which nothing was decided. */
export const UNDECIDED = { locked: 0, redactedAt: null, appealedAt: null, movedToId: null } as const

/** Who took words away; "held" is for as long as moderators look at them, "moved" for a branch that stands elsewhere now. */
export const CAUSES = ['author', 'moderators', 'held', 'moved', 'unknown'] as const
export type Cause = (typeof CAUSES)[number]

/** Why words are gone: by whom, when, and by which rule of the publication. */
export interface Tombstone {
  cause: Cause
  ruleId: number | null
  at: number | null
}

/** Words as they are kept: with markers for quotations, made to HTML once, and as plain text. */
export interface Wording {
  words: string
  html: string
  plain: string
}

export function mayEdit(comment: Pick<Comment, 'authorId' | 'postedAt'>, personId: PersonId, now: number): boolean {
  return (
    comment.authorId === personId && comment.postedAt !== null && now - comment.postedAt <= EDIT_MINUTES * MINUTE_MS
  )
}
