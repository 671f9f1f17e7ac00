import { baseOf } from './name-words.ts'

const HEADING = /^#{1,6}[ \t]+\S.*$/gm
/** The line above the one that makes a table of it. */
const TABLE_HEAD = /^.*\|.*(?=\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$)/gm
const CELL = /(?:\\\||[^|])+/g
const FIRST_LETTER = /^[^\p{L}]*\p{L}/u
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu
const CAPITAL = /^\p{Lu}/u
const ABBREVIATED = /^\p{Lu}[\p{M}\p{N}]*\p{Lu}/u
const SHORTEST_LONG = 4
/** Where headings may have a capital in every word. */
const TITLE_CASE = new Set(['en'])

/**
 * Markdown in which the capitals of labels are small: the first of each head of a column, and all of a heading in which every longer word
 * has one. There they tell no name from other words. As long as before.
 */
export function withoutLabelCase(markdown: string, language: string): string {
  const hasTitleCase = TITLE_CASE.has(baseOf(language))
  const lowered = (label: string) => (hasTitleCase && isInTitleCase(label) ? withSmallWords(label) : label)
  return markdown
    .replace(HEADING, lowered)
    .replace(TABLE_HEAD, (row) => row.replace(CELL, (cell) => withSmallFirst(lowered(cell))))
}

function isInTitleCase(label: string): boolean {
  const long = (label.match(WORD) ?? []).filter(({ length }) => length >= SHORTEST_LONG)
  return long.length > 1 && long.every((word) => CAPITAL.test(word))
}

function withSmallWords(label: string): string {
  return label.replace(WORD, (word) => (ABBREVIATED.test(word) ? word : small(word)))
}

function withSmallFirst(cell: string): string {
  const [first] = cell.match(WORD) ?? []
  return !first || ABBREVIATED.test(first) ? cell : cell.replace(FIRST_LETTER, small)
}

/** @NOTE the few letters that are longer in small keep their size, so that places in the text stay what they are. */
function small(letters: string): string {
  const lower = letters.toLowerCase()
  return lower.length === letters.length ? lower : letters
}
