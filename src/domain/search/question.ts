import type { Wanted } from '../../text/tokens.ts'
import type { ArticleId } from '../articles/index.ts'
import type { CommentId } from '../discussion/index.ts'
import type { PersonId } from '../people/index.ts'

/** What somebody looks for among the comments that stand; what is left out does not matter. */
export interface Question {
  wanted?: Wanted | undefined
  articleId?: ArticleId | undefined
  authorId?: PersonId | undefined
  /** Posted at this moment or later. */
  from?: number | undefined
  /** Posted before this moment. */
  until?: number | undefined
  /** Only comments with smaller numbers: where the page before ended. */
  before?: CommentId | undefined
}
