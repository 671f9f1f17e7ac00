import type { PairedParagraph } from './paragraphs/paragraph.ts'

/** How far an edition is, in paragraphs, and how much of what a machine drafted nobody has touched, in characters. */
export interface Share {
  all: number
  missing: number
  stale: number
  reviewed: number
  drafted: number
  untouched: number
}

export function shareOf(paragraphs: readonly PairedParagraph[]): Share {
  const count = (is: (one: PairedParagraph) => boolean) => paragraphs.filter(is).length
  const drafted = paragraphs.filter(({ engine, words }) => engine !== null && words !== '')
  const characters = (some: readonly PairedParagraph[]) => some.reduce((sum, { words }) => sum + words.length, 0)
  return {
    all: paragraphs.length,
    missing: count(({ words }) => words === ''),
    stale: count(({ isStale }) => isStale),
    reviewed: count(({ state }) => state === 'reviewed'),
    drafted: characters(drafted),
    untouched: characters(drafted.filter(({ state }) => state === 'machine')),
  }
}
