/** What a word that ends so can end in instead: how many letters go, and what comes, word by word; "0" is nothing. */
export type Ending = readonly [ends: string, cut: number, others: string]

/** Every form that the endings make of a word; several of them can be meant for it, and each makes its own. */
export function formsBy(endings: readonly Ending[], word: string): string[] {
  return endings.flatMap(([ends, cut, others]) =>
    word.length > cut && word.endsWith(ends) ? others.split(' ').map((other) => otherwise(word, cut, other)) : [],
  )
}

/** What a word can be a form of, by the same endings. */
export function basesBy(endings: readonly Ending[], word: string): string[] {
  return endings.flatMap(([ends, cut, others]) =>
    others.split(' ').flatMap((other) => {
      const ending = other === '0' ? '' : other
      if (!word.endsWith(ending) || word.length <= ending.length) return []
      const base = word.slice(0, word.length - ending.length) + ends.slice(ends.length - cut)
      return base.endsWith(ends) ? [base] : []
    }),
  )
}

function otherwise(word: string, cut: number, other: string): string {
  return word.slice(0, word.length - cut) + (other === '0' ? '' : other)
}

/** The same ending for each of these letters. */
export function afterEach(letters: string, cut: number, others: string): Ending[] {
  return Array.from(letters, (letter) => [letter, cut, others])
}
