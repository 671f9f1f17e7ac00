/** One line of letters, digits and punctuation that Markdown reads as nothing else, single spaces between. @NOTE a line that begins with a letter begins no block but a paragraph. */
const LINE = String.raw`\p{L}(?: ?[\p{L}\p{M}\p{N},;.?!…–—‘’“”„«»()%'+،؛؟。，、！？；：（）-])*`
const NOTHING_ELSE = new RegExp(`^${LINE}(?:\n+${LINE})*$`, 'u')

/** The paragraphs of words that hold no Markdown at all, as most comments do; undefined where the parser has to look. */
export function plainParagraphs(words: string): string[] | undefined {
  return NOTHING_ELSE.test(words) ? words.split(/\n\n+/) : undefined
}
