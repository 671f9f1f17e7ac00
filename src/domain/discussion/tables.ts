import type { Generated } from 'kysely'
import type { PersonId } from '../people/index.ts'
import type { MarkTables } from './attention/mark.ts'
import type { Comment, CommentId, Wording } from './comments/comment.ts'
import type { Quotation } from './quotations/quotation.ts'
import type { ReactionKind } from './reactions/reaction.ts'
import type { Admission, Hold, Removal, Restoration } from './states/decisions.ts'
import type { HeldEdit } from './states/held-edit.ts'
import type { Redaction } from './states/redaction.ts'
import type { Ranking } from './thread/ranking.ts'

interface Hidden {
  /** When moderators took a passage out of these words; then nobody else sees them. */
  hiddenAt: Generated<number | null>
}

export interface DiscussionTables extends MarkTables {
  discussion: {
    articleId: number
    nextRoot: number
    visible: number
    total: number
    lastActivityAt: number | null
    /** How many of its branches are locked. */
    locks: Generated<number>
  }
  /** One that was never let in has no number. */
  comment: Omit<Comment, 'id' | 'ordinal'> & { id: Generated<CommentId>; ordinal: number | null }
  commentRevision: Wording & { id: Generated<number>; commentId: number; number: number; at: number | null } & Hidden
  removal: Omit<Removal, 'id'> & { id: Generated<number> }
  redaction: Omit<Redaction, 'id' | 'endedAt'> & { id: Generated<number>; endedAt: Generated<number | null> }
  restoration: Omit<Restoration, 'id'> & { id: Generated<number> }
  hold: Omit<Hold, 'id'> & { id: Generated<number> }
  heldEdit: Omit<HeldEdit, 'id'> & { id: Generated<number> }
  admission: Omit<Admission, 'id'> & { id: Generated<number> }
  reaction: { commentId: CommentId; articleId: number; personId: PersonId; kind: ReactionKind; at: number }
  ranking: Omit<Ranking, 'id'> & { id: Generated<number> }
  rankingPage: { rankingId: number; page: number; ids: string }
  mention: { commentId: CommentId; personId: PersonId }
  quotation: Omit<Quotation, 'id' | 'formerWords'> & { id: Generated<number>; formerWords: Generated<string | null> }
  /** What each earlier wording quoted, by the number of that wording. */
  formerQuotation: DiscussionTables['quotation'] & { number: number }
}
