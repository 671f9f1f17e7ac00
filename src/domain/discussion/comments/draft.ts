import { isInkless } from '../../../kit/characters.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { commentTokens } from '../../../text/comment-html.ts'
import { peopleIn } from '../../../text/mentions.ts'
import { collect, type QuotationBlock } from '../../../text/quotation-blocks.ts'
import { readLine } from '../../../text/quotation-markers.ts'
import { keepable, LONGEST, refuseLonger } from '../../../text/words.ts'
import type { PersonId } from '../../people/index.ts'
import { LONGEST_QUOTED, MOST_QUOTATIONS } from '../quotations/quotation.ts'
import type { Wording } from './comment.ts'
import { wordingOf } from './wording.ts'

/** What somebody typed, made ready before the transaction: checked, made to HTML, its quotations taken out. */
export interface Draft extends Wording {
  blocks: readonly QuotationBlock[]
  mentioned: readonly PersonId[]
}

/**
 * Throws a Trouble that names the limit when the words show nothing, are too long, cannot be kept, or quote too much. What is
 * quoted counts apart from what is said, so that a form with the longest comment quoted in it leaves room for an answer.
 */
export function draftOf(typed: string): Draft {
  const { words, blocks } = collect(keepable(typed))
  const count = blocks.length
  if (count > MOST_QUOTATIONS) throw new Trouble('invalid', 'quotation.too-many', { limit: MOST_QUOTATIONS, count })
  refuseLonger(ownIn(words), LONGEST)
  refuseLonger(blocks.map((block) => block.words).join(''), LONGEST_QUOTED, 'quotation.too-long')
  const wording = wordingOf(words)
  if (count === 0 && isInkless(wording.plain)) throw new Trouble('invalid', 'words.empty')
  return { ...wording, blocks, mentioned: [] }
}

/** The words besides the places of quotations. */
function ownIn(words: string): string {
  return words
    .split('\n')
    .map(readLine)
    .filter((line) => typeof line === 'string')
    .join('\n')
}

/** The same draft with its mentions linked to those whom they name. */
export function remade(draft: Draft, mentioned: ReadonlyMap<string, PersonId>): Draft {
  const wording = wordingOf(draft.words, mentioned)
  return { ...draft, ...wording, mentioned: peopleIn(commentTokens(draft.words), mentioned) }
}
