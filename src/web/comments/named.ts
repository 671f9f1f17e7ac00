import { id } from '../http/shapes.ts'

/** The part of an address that names a comment. */
export const COMMENT = { comment: id<'comment'>('comment.missing') }

/** The part of an address that names an article, whatever its languages. */
export const ARTICLE = { article: id<'article'>('article.missing') }
