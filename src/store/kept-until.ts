import type { DeclaredEntry } from './event.ts'
import type { Tail } from './tail.ts'

/** Reads something once for all who ask, and anew after the journal told of what changes it; what could not be read is read again. */
export function keptUntil<T>(
  tail: Pick<Tail, 'follow'>,
  changes: (entry: DeclaredEntry) => boolean,
  read: () => Promise<T>,
): () => Promise<T> {
  let kept: Promise<T> | undefined

  tail.follow((entries) => {
    if (entries.some(changes)) kept = undefined
  })

  return () => {
    const reading = kept ?? read()
    kept = reading
    reading.catch(() => {
      if (kept === reading) kept = undefined
    })
    return reading
  }
}
