import { nextOverdue, tellOverdue } from '../domain/moderation/early.ts'
import { startInTime } from './in-time.ts'

/** Says of cases that wait longer than the publication wants that they do. */
export function startOverdue(parley: Parameters<typeof startInTime>[0]): { close(): Promise<void> } {
  return startInTime(parley, {
    name: 'cases that wait too long',
    next: nextOverdue,
    act: (now) => parley.store.write((tx) => tellOverdue(tx, now)),
  })
}
