import type { KeptTyped } from '../../../src/web/desk/writing/working-copy.ts'
import { draftFor, forgetDraft, keepDraft, noteSent } from '../../shared/drafts.ts'

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

/** What is typed, kept in this browser until the server has it, where there is room; each person's apart. */
export function keepHere(address: string, person: string, fields: URLSearchParams): void {
  try {
    keepDraft(typedAt(address, person), fields.toString())
  } catch {
    forgetHere(address, person)
  }
}

export function keptHere(address: string, person: string): URLSearchParams | undefined {
  const kept = draftFor(typedAt(address, person))
  return kept === '' ? undefined : new URLSearchParams(kept)
}

export function forgetHere(address: string, person: string): void {
  forgetDraft(typedAt(address, person))
}

/** Remembers that it is on its way as a form. */
export function noteTypedSent(address: string, person: string): void {
  noteSent(typedAt(address, person))
}

function typedAt(address: string, person: string): string {
  return `typed ${person} ${address}`
}
