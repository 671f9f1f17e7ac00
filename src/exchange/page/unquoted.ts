const ENCLOSED = /^\p{Quotation_Mark}\s*(?<words>.+?)\s*\p{Quotation_Mark}$/su

/** The words without the quotation marks around the whole of them. */
export function unquoted(words: string): string {
  return ENCLOSED.exec(words)?.groups?.words ?? words
}
