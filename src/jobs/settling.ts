import { nextSettling, settleDue } from '../domain/moderation/early.ts'
import { startInTime } from './in-time.ts'

/** Has decisions told when they can be undone no more. */
export function startSettling(parley: Parameters<typeof startInTime>[0]): { close(): Promise<void> } {
  return startInTime(parley, {
    name: 'decisions that settle',
    next: nextSettling,
    act: (now) => parley.store.write((tx) => settleDue(tx, now)),
  })
}
