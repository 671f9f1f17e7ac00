import { isShowable } from '../kit/characters.ts'
import { memoized } from '../kit/memoize.ts'
import { readLine } from './quotation-markers.ts'

/** One line of letters, digits and punctuation that Markdown reads as nothing else, single spaces between. @NOTE a line that begins with a letter begins no block but a paragraph. */
const LINE = String.raw`\p{L}(?: ?[\p{L}\p{M}\p{N},;.?!…–—‘’“”„«»()%'+،؛؟。，、！？；：（）-])*`
const SLOT = String.raw`\[\[quotation:[1-9]\d{0,8}\]\]`
const BLOCK = `(?:${SLOT}|${LINE}(?:\n${LINE})*)`
const NOTHING_ELSE = new RegExp(`^${BLOCK}(?:\n\n+${BLOCK})*$`, 'u')

/**
 * The paragraphs of stored words that hold no Markdown at all, as most comments do, and the numbers of the quotations
 * between them; undefined where the parser has to look. The last answer is kept, as HTML and plain words are made of it.
 */
export const plainParagraphs = memoized(1, (words: string): readonly (string | number)[] | undefined => {
  return NOTHING_ELSE.test(words) && isShowable(words) ? words.split(/\n\n+/).map(readLine) : undefined
})
