/** The characters of a CSS unicode-range. */
export function charactersIn(ranges: string): Set<number> {
  return new Set(
    ranges.split(',').flatMap((range) => {
      const [first, last = first] = range.trim().slice(2).split('-')
      const [from, to] = [Number.parseInt(first!, 16), Number.parseInt(last!, 16)]
      return Array.from({ length: to - from + 1 }, (_, n) => from + n)
    }),
  )
}

/** The CSS unicode-range of characters. */
export function rangesOf(characters: ReadonlySet<number>): string {
  const ranges: [number, number][] = []
  for (const character of [...characters].sort((one, other) => one - other)) {
    const range = ranges.at(-1)
    if (range && range[1] === character - 1) range[1] = character
    else ranges.push([character, character])
  }
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ')
}

function hex(character: number) {
  return character.toString(16).toUpperCase()
}
