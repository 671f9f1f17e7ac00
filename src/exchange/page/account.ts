import type { PageLine } from './page-lines.ts'

/** Taken: its words are in the page. Furniture: the site's own, left out. Reported: someone should look; the reason says what became of it. */
export type Fate = 'taken' | 'furniture' | 'reported'

export interface AccountedLine {
  number: number
  fate: Fate
  reason?: string
}

type Numbered = Pick<PageLine, 'number'>

/** Where every reader of lines says what became of each. */
export interface Account {
  take(line: Numbered): void
  leave(line: Numbered): void
  report(line: Numbered, reason: string): void
}

/** An account of all lines, and the way to read it; a blank line is taken, as it ends a paragraph. */
export function openAccount(lines: readonly PageLine[]): Account & { closed(): AccountedLine[] } {
  const fates = new Map<number, AccountedLine>()
  return {
    take: ({ number }) => void fates.set(number, { number, fate: 'taken' }),
    leave: ({ number }) => void fates.set(number, { number, fate: 'furniture' }),
    report: ({ number }, reason) => void fates.set(number, { number, fate: 'reported', reason }),
    closed: () => lines.map((line) => fates.get(line.number) ?? unclaimed(line)),
  }
}

function unclaimed({ number, text }: PageLine): AccountedLine {
  if (text === '') return { number, fate: 'taken' }
  throw new Error(`line ${number} is not accounted for`)
}
