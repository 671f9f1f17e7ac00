import { Trouble } from '../../../kit/trouble.ts'
import { collect, type QuotationBlock } from '../../../text/quotation-blocks.ts'
import { wordsFrom } from '../../../text/words.ts'
import type { PersonId } from '../../people/index.ts'
import { MOST_QUOTATIONS } from '../quotations/quotation.ts'
import type { Wording } from './comment.ts'
import { wordingOf } from './wording.ts'

/** What somebody typed, made ready before the transaction: checked, made to HTML, its quotations taken out. */
export interface Draft extends Wording {
  blocks: readonly QuotationBlock[]
  mentioned: readonly PersonId[]
}

/** Throws a Trouble that names the limit when the words are empty, too long, cannot be kept, or quote too much. */
export function draftOf(typed: string): Draft {
  const { words, blocks } = collect(wordsFrom(typed))
  const count = blocks.length
  if (count > MOST_QUOTATIONS) throw new Trouble('invalid', 'quotation.too-many', { limit: MOST_QUOTATIONS, count })
  return { ...wordingOf(words), blocks, mentioned: [] }
}

/** The same draft with its mentions linked to those whom they name. */
export function remade(draft: Draft, mentioned: ReadonlyMap<string, PersonId>): Draft {
  return { ...draft, ...wordingOf(draft.words, mentioned), mentioned: [...new Set(mentioned.values())] }
}
