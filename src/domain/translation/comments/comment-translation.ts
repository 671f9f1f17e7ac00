import type { Language } from '../../../kit/language.ts'
import type { CommentId } from '../../discussion/index.ts'
import type { Miss } from '../editions/comparison/miss.ts'

/** What a machine made of one wording of a comment, in one language. */
export interface CommentTranslation {
  commentId: CommentId
  /** The number of the wording. */
  revision: number
  language: Language
  /** With its model, where it has several. */
  engine: string
  glossaryVersion: number
  /** One for each paragraph of the comment's own words, as JSON. */
  paragraphs: string
  /** The facts that it did not keep, as JSON; where there are any, nobody is shown it. */
  misses: string
  at: number
}

/** A comment as its reader gets it in another language. */
export interface ReadTranslation {
  commentId: CommentId
  from: Language
  into: Language
  engine: string
  /** Null where facts were not kept: then the original stands. */
  html: string | null
  misses: readonly Miss[]
  /** Each paragraph as it was said and as it is translated, both as they are read. */
  paragraphs: readonly { said: string; translated: string }[]
}
