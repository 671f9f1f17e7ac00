import { setImmediate } from 'node:timers/promises'
import { termsIn, type Wanted } from '../../../text/tokens.ts'
import type { EditionState } from './indexed-editions.ts'

/** What stands in a title or a name is found better than what stands in the words below. @NOTE no word begins with this sign. */
const ABOVE = '¹'

/** So many characters are read without letting others have a turn. */
const IN_ONE_BREATH = 4_000

/** The terms under which an edition is found: of its words, and of its title and those who sign it. */
export async function termsOf({ language, title, standfirst, names, plain }: NonNullable<EditionState['shown']>) {
  const above = [...termsIn(title, language), ...termsIn(names, null)]
  const terms = new Set([...above.map((term) => ABOVE + term), ...above, ...termsIn(standfirst, language)])
  for (const piece of piecesOf(plain)) {
    for (const term of termsIn(piece, language)) terms.add(term)
    await setImmediate()
  }
  return [...terms]
}

/** The same words where they stand in a title or a name. */
export function above(wanted: Wanted): Wanted {
  return wanted.map((terms) => terms.map((term) => ABOVE + term))
}

function piecesOf(plain: string): string[] {
  const pieces: string[] = []
  for (let from = 0; from < plain.length; ) {
    const end = plain.indexOf('\n', from + IN_ONE_BREATH)
    const until = end < 0 ? plain.length : end
    pieces.push(plain.slice(from, until))
    from = until
  }
  return pieces
}
