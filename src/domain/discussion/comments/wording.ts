import { commentForms } from '../../../text/comment-forms.ts'
import type { Wording } from './comment.ts'

/** Stored words with what is made of them; their mentions lead to nobody. */
export function wordingOf(words: string): Wording {
  return { words, ...commentForms(words) }
}
