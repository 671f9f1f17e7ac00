import { isInkless } from '../../../kit/characters.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { type ReadComment, readComment } from '../../../text/comment-forms.ts'
import { languageOf } from '../../../text/language-guess.ts'
import { collect, type QuotationBlock } from '../../../text/quotation-blocks.ts'
import { readLine } from '../../../text/quotation-markers.ts'
import { keepable, LONGEST, refuseLonger } from '../../../text/words.ts'
import type { PersonId } from '../../people/index.ts'
import { LONGEST_QUOTED, MOST_QUOTATIONS } from '../quotations/quotation.ts'
import type { Wording } from './comment.ts'

/** What somebody typed, made ready before the transaction: checked, made to HTML, its quotations taken out. */
export interface Draft extends Wording {
  blocks: readonly QuotationBlock[]
  mentioned: readonly PersonId[]
  /** What the words are in, where that can be told. */
  language: string | null
}

/** What somebody typed, checked and parsed, before it is known whom its mentions name. */
export interface ReadDraft {
  words: string
  read: ReadComment
  blocks: readonly QuotationBlock[]
}

/**
 * Throws a Trouble that names the limit when the words show nothing, are too long, cannot be kept, or quote too much. What is
 * quoted counts apart from what is said, so that a form with the longest comment quoted in it leaves room for an answer.
 */
export function readDraft(typed: string): ReadDraft {
  const { words, blocks } = collect(keepable(typed))
  const count = blocks.length
  if (count > MOST_QUOTATIONS) throw new Trouble('invalid', 'quotation.too-many', { limit: MOST_QUOTATIONS, count })
  refuseLonger(ownIn(words), LONGEST)
  refuseLonger(blocks.map((block) => block.words + block.attribution).join(''), LONGEST_QUOTED, 'quotation.too-long')
  return { words, blocks, read: readComment(words) }
}

/** The draft, its mentions linked to those whom they name. Throws a Trouble when the words show nothing. */
export function draftFrom({ words, blocks, read }: ReadDraft, mentioned: ReadonlyMap<string, PersonId>): Draft {
  const forms = read.forms(mentioned)
  if (blocks.length === 0 && isInkless(forms.plain)) throw new Trouble('invalid', 'words.empty')
  return { words, ...forms, blocks, mentioned: read.people(mentioned), language: languageOf(forms.plain) }
}

/** The draft of words whose mentions lead to nobody. */
export function draftOf(typed: string): Draft {
  return draftFrom(readDraft(typed), new Map())
}

/** The words besides the places of quotations. */
function ownIn(words: string): string {
  return words
    .split('\n')
    .map(readLine)
    .filter((line) => typeof line === 'string')
    .join('\n')
}
