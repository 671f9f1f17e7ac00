import { SOURCE_MARK } from './source-marks.ts'

/** Words that are marked as somebody's, by the key under which it is known whose. */
export interface QuotedWords {
  key: string
  start: number
  end: number
}

interface Sign {
  start: number
  end: number
}

/** A text as it is without the signs of its marks, and where in it somebody's exact words stand. */
export function withoutMarkSigns(text: string): { words: string; quotes: QuotedWords[] } {
  const { signs, quotes } = read(text)
  if (signs.length === 0) return { words: text, quotes: [] }
  const moved = (at: number) =>
    at - signs.filter((sign) => sign.end <= at).reduce((sum, { start, end }) => sum + end - start, 0)
  let [words, from] = ['', 0]
  for (const { start, end } of signs) {
    words += text.slice(from, start)
    from = end
  }
  return {
    words: words + text.slice(from),
    quotes: quotes.map(({ key, start, end }) => ({ key, start: moved(start), end: moved(end) })),
  }
}

/** Where the tags of marks stand, `{quote key}`, which are the same in every language. */
export function markTagsIn(text: string): Sign[] {
  return read(text).signs.flatMap(({ start, end }) => (text[start] === ']' ? [{ start: start + 1, end }] : []))
}

/** @NOTE of brackets within each other each tag belongs to those that close before it. */
function read(text: string): { signs: Sign[]; quotes: QuotedWords[] } {
  const [signs, quotes]: [Sign[], QuotedWords[]] = [[], []]
  if (!text.includes(']{')) return { signs, quotes }
  const tag = new RegExp(SOURCE_MARK.source, 'y')
  const opened: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '[') opened.push(at)
    else if (text[at] === ']') {
      const open = opened.pop()
      tag.lastIndex = at + 1
      const [whole, kind, key] = tag.exec(text) ?? []
      if (open === undefined || whole === undefined || key === undefined) continue
      signs.push({ start: open, end: open + 1 }, { start: at, end: at + 1 + whole.length })
      if (kind === 'quote') quotes.push({ key, start: open + 1, end: at })
    }
  }
  return {
    signs: signs.toSorted((a, b) => a.start - b.start),
    quotes: quotes.toSorted((a, b) => a.start - b.start),
  }
}
