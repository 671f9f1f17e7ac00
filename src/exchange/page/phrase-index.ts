import { foldedLoosely } from '../../text/fold.ts'

/** Passages that can be asked which of them hold given words verbatim. */
export interface Shelf<Passage> {
  add(passage: Passage, text: string): void
  holding(words: string): Passage[]
}

/** Looks words up by the rarest of them, so that a page of many comments is not read whole for each quotation. */
export function openShelf<Passage>(): Shelf<Passage> {
  const texts: { passage: Passage; text: string }[] = []
  const byWord = new Map<string, number[]>()
  return {
    add(passage, text) {
      const entry = { passage, text: foldedLoosely(text) }
      for (const word of new Set(simpleWords(entry.text))) {
        const places = byWord.get(word)
        if (places) places.push(texts.length)
        else byWord.set(word, [texts.length])
      }
      texts.push(entry)
    },
    holding(words) {
      const sought = foldedLoosely(words)
      const places = simpleWords(sought).map((word) => byWord.get(word) ?? [])
      const fewest = places.reduce<number[] | undefined>((a, b) => (a && a.length <= b.length ? a : b), undefined) ?? []
      return fewest.flatMap((place) => {
        const kept = texts[place]
        return kept && standsIn(kept.text, sought) ? [kept.passage] : []
      })
    },
  }
}

const LETTER = /[\p{L}\p{M}\p{N}]/u

function simpleWords(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Whether the words stand there whole: "art is long" does not stand in "start is long". */
function standsIn(text: string, sought: string): boolean {
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const end = at + sought.length
    if (!isInsideWord(text, at) && !isInsideWord(text, end)) return true
  }
  return false
}

function isInsideWord(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at))
}
