import type { Language } from '../../../../kit/language.ts'
import type { ArticleId } from '../../../articles/index.ts'

/** How many readers have asked for an article in a language that it has no edition in; who they are is not kept. */
export interface EditionWish {
  articleId: ArticleId
  language: Language
  count: number
}
