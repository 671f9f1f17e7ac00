import { isNews, tellNotices } from '../domain/reach/index.ts'
import type { Parley } from '../parley.ts'
import { startWorkLoop } from './turns.ts'

const PAUSE_MS = 200

/** Tells people of new comments soon after they are posted, and at the start of those that nobody was told of yet. */
export function startNotices({ store, tail }: Pick<Parley, 'store' | 'tail'>): { close(): Promise<void> } {
  const turns = startWorkLoop(async (isClosed) => {
    while (!isClosed() && (await tellNotices(store)));
  }, PAUSE_MS)
  const leave = tail.follow((entries) => {
    if (entries.some(isNews)) turns.wake()
  })
  turns.wake()
  return {
    close() {
      leave()
      return turns.close()
    },
  }
}
