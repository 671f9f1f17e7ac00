import { Trouble } from '../../kit/trouble.ts'
import { countedIn, type Wanted, wantedIn } from '../../text/tokens.ts'
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

/** More words than this are no question any more, but a text. */
const MOST_WORDS = 20
/** Words, and neighbours in scripts without spaces, which are looked for two by two. */
const MOST_LOOKED_FOR = 100

/** What typed words ask for. Throws Trouble where there is none among them, or too many. */
export function wantedFrom(typed: string): Wanted {
  const wanted = wantedIn(typed)
  if (wanted.length === 0) throw new Trouble('invalid', 'search.wordless', { typed })
  if (countedIn(typed) > MOST_WORDS) throw new Trouble('invalid', 'search.too-many-words', { limit: MOST_WORDS })
  if (wanted.length > MOST_LOOKED_FOR) throw new Trouble('invalid', 'search.too-long', { limit: MOST_LOOKED_FOR })
  return wanted
}
