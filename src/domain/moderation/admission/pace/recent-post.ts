import type { ArticleId } from '../../../articles/index.ts'
import type { PersonId } from '../../../people/index.ts'

/** That somebody wrote a moment ago: from which network, under a seal, and what, as a hash. */
export interface RecentPost {
  personId: PersonId
  network: string
  articleId: ArticleId
  /** Null where the words are such as people say again and again. */
  words: string | null
  at: number
}
