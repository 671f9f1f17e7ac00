import { commentForms } from '../../../text/comment-forms.ts'
import type { Mentioned } from '../../../text/mentions.ts'
import type { Wording } from './comment.ts'

/** Stored words with what is made of them, mentions linked to those whom they name. */
export function wordingOf(words: string, mentioned?: Mentioned): Wording {
  return { words, ...commentForms(words, mentioned) }
}
