/** Whether the exact words stand in the text; only the white space between them may differ. */
export function stands(words: string, inText: string): boolean {
  return standsIn(inText)(words)
}

/** The same of many words, for one text that is looked through once. */
export function standsIn(text: string): (words: string) => boolean {
  const whole = folded(text)
  return (words) => {
    const part = folded(words)
    return part !== '' && whole.includes(part)
  }
}

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
