/** What a word that ends so can end in instead: how many letters go, and what comes, word by word; "0" is nothing. */
export type Ending = readonly [ends: string, cut: number, others: string]

/** Every form that the endings make of a word; several of them can be meant for it, and each makes its own. */
export function formsBy(endings: readonly Ending[], word: string): string[] {
  return endings.flatMap(([ends, cut, others]) =>
    word.length > cut && word.endsWith(ends) ? others.split(' ').map((other) => otherwise(word, cut, other)) : [],
  )
}

function otherwise(word: string, cut: number, other: string): string {
  return word.slice(0, word.length - cut) + (other === '0' ? '' : other)
}

/** The same ending for each of these letters. */
export function afterEach(letters: string, cut: number, others: string): Ending[] {
  return Array.from(letters, (letter) => [letter, cut, others])
}
