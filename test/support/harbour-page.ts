import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export const HARBOUR = resolve(import.meta.dirname, './harbour-page.txt')

/** The small captured page of our own making, with some of its words replaced. */
export function harbourWith(changes: Record<string, string> = {}): Uint8Array {
  const text = Object.entries(changes).reduce(replaced, readFileSync(HARBOUR, 'utf8'))
  return new TextEncoder().encode(text)
}

/** The number of the one line that holds these words. */
export function lineOf(words: string, bytes = harbourWith()): number {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const found = lines.flatMap((line, i) => (line.includes(words) ? [i + 1] : []))
  if (found.length !== 1) throw new Error(`"${words}" stands in ${found.length} lines`)
  return found[0]!
}

function replaced(text: string, [words, others]: [string, string]): string {
  if (text.split(words).length !== 2) throw new Error(`"${words}" stands ${text.split(words).length - 1} times`)
  return text.replace(words, () => others)
}
