import type { KeptTyped } from '../../../src/web/desk/writing/working-copy.ts'
import { PREFIX } from '../../shared/drafts.ts'

/** What came of sending what is typed: the server has it, or somebody else writes here, or nobody answers. */
export type Kept = KeptTyped | 'offline' | 'refused'

const LONGEST_MS = 20_000

/** Sends what stands in the form, which is no revision yet. */
export async function sendTyped(address: string, fields: URLSearchParams): Promise<Kept> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: fields,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    if (answer.ok) return await answer.json()
    return answer.status >= 500 ? 'offline' : 'refused'
  } catch {
    return 'offline'
  }
}

const TYPED = `${PREFIX}typed `

/** What is typed, kept in this browser until the server has it, where there is room; each person's apart. */
export function keepHere(address: string, person: string, fields: URLSearchParams): void {
  try {
    localStorage.setItem(`${TYPED}${person} ${address}`, fields.toString())
  } catch {
    forgetHere(address, person)
  }
}

export function keptHere(address: string, person: string): URLSearchParams | undefined {
  const kept = localStorage.getItem(`${TYPED}${person} ${address}`)
  return kept === null ? undefined : new URLSearchParams(kept)
}

export function forgetHere(address: string, person: string): void {
  localStorage.removeItem(`${TYPED}${person} ${address}`)
}

const SENT = 'typed sent'

/** Remembers what is on its way as a form, so that the page on which it arrives can let it go. */
export function noteSent(address: string, person: string): void {
  sessionStorage.setItem(SENT, `${TYPED}${person} ${address}`)
}

/** Lets go of what has arrived: what is taken leads on to another page, what is refused does not. */
export function forgetArrived(): void {
  const sent = sessionStorage.getItem(SENT)
  sessionStorage.removeItem(SENT)
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (sent && arrival && arrival.redirectCount > 0) localStorage.removeItem(sent)
}
