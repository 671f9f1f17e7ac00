import { type Finding, type Gate, isMiss } from '../gate/index.ts'
import type { Compare, Miss } from './miss.ts'

/** Asks the gate of paragraphs beside their originals, and leaves out what it finds in order. */
export function comparing(gate: Gate): Compare {
  return async (pairs) => {
    if (pairs.length === 0) return []
    const found = await gate.compare(
      pairs.map(({ original, words, from, to }) => [
        { words: original, language: from },
        { words, language: to },
      ]),
    )
    return found.map((some) => some.filter(isMiss).map(missOf))
  }
}

function missOf({ kind, outcome, original, edition }: Finding): Miss {
  return { kind, outcome, original: original?.text ?? null, edition: edition?.text ?? null }
}
