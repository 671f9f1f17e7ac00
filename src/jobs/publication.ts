import { nextPublication, publishDue } from '../domain/articles/index.ts'
import { startInTime } from './in-time.ts'

/** Publishes what waits for its time. */
export function startPublication(parley: Parameters<typeof startInTime>[0]): { close(): Promise<void> } {
  return startInTime(parley, {
    name: 'publication in time',
    next: nextPublication,
    act: (now) => parley.store.write((tx) => publishDue(tx, now)),
  })
}
