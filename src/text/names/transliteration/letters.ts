/** Writes a word letter by letter; capitals stay capitals. The first letter of a word may be written otherwise. */
export function spelledBy(table: Readonly<Record<string, string>>, atStart: Readonly<Record<string, string>> = {}) {
  return (text: string): string =>
    text.replace(/\p{L}[\p{L}\p{M}'’ʼ]*/gu, (word) => {
      const letters = [...word]
      return letters.map((letter, at) => spelled(letter, at, letters)).join('')
    })

  function spelled(letter: string, at: number, letters: readonly string[]): string {
    const small = letter.toLowerCase()
    const other = (at === 0 ? atStart[small] : undefined) ?? table[small] ?? letter
    if (letter === small) return other
    const isAllCapitals = letters.length > 1 && letters.every((one) => one === one.toUpperCase())
    return isAllCapitals ? other.toUpperCase() : other.charAt(0).toUpperCase() + other.slice(1)
  }
}

/** Pairs such as "а a б b" as a table. */
export function table(pairs: string): Readonly<Record<string, string>> {
  const all = pairs.split(/\s+/)
  return Object.fromEntries(all.flatMap((letter, at) => (at % 2 === 0 ? [[letter, spelling(all[at + 1]!)]] : [])))
}

/** A hyphen stands for a letter that is not written. */
function spelling(other: string): string {
  return other === '-' ? '' : other
}
