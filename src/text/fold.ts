/** Whether the exact words stand in the text; only the white space between them may differ. */
export function stands(words: string, inText: string): boolean {
  return standsIn(inText)(words)
}

/** The same of many words, for one text that is looked through once. */
export function standsIn(text: string): (words: string) => boolean {
  const wholes = [folded(text), folded(text.replace(LIST_NUMBERS, '$1'))]
  return (words) => {
    const part = folded(words)
    return part !== '' && wholes.some((whole) => whole.includes(part))
  }
}

/** @NOTE a browser's selection leaves the numbers out that it draws before the items of a list. */
const LIST_NUMBERS = /(^|\n\n)(?:\d{1,9}\. )+/g

/** The words with every run of white space as one space, and none at the ends. */
export function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** The words folded further: letters of one case, quotation marks of one kind. */
export function foldedLoosely(words: string): string {
  return caseFolded(folded(words)).replace(QUOTATION_MARKS, '"')
}

/** Unicode's Quotation_Mark property, with the primes, accents and graves that are typed in their stead. */
const QUOTATION_MARKS = /[\p{Quotation_Mark}`´′‵″‶ʹʺʼ]/gu

/** One for all cases of a letter. @NOTE upper case first: "ß" and "SS", "ς" and "σ", have one upper case but two lower ones. */
export function caseFolded(words: string): string {
  return words.toUpperCase().toLowerCase().replaceAll('ς', 'σ')
}

/** Accents of Latin and Greek letters. In other scripts a mark makes another letter, or a vowel: "й" is not "и". */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu

/** Words of one case folded further for a search: without accents of Latin and Greek letters, and with "е" for "ё". */
export function searchFolded(words: string): string {
  return words.normalize('NFD').replace(ACCENTS, '').normalize('NFC').replaceAll('ё', 'е')
}
