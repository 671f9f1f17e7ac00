import { draftNext, nextDraft } from '../domain/translation/index.ts'
import type { Parley } from '../parley.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 500

/** Has the engine draft what was ordered; without an engine, orders wait. */
export function startDrafts(parley: Pick<Parley, 'store' | 'tail' | 'clock' | 'complaints' | 'web'>): {
  close(): Promise<void>
} {
  const { store, tail, clock, web } = parley
  const { engine } = web
  if (!engine) return { close: async () => {} }
  let next: number | undefined
  let mayHaveChanged = true

  const loop = startWorkLoop(
    async (isClosed) => {
      mayHaveChanged = false
      next = await nextDraft(store)
      while (!isClosed() && next !== undefined && next <= clock()) {
        await draftNext(store, engine, clock())
        next = await nextDraft(store)
      }
    },
    0,
    jobComplaint(parley, 'drafts of translations'),
  )
  const leave = tail.follow(() => {
    mayHaveChanged = true
  })
  const looking = setInterval(() => {
    if (mayHaveChanged || (next !== undefined && next <= clock())) loop.wake()
  }, LOOK_MS).unref()

  return {
    close() {
      leave()
      clearInterval(looking)
      return loop.close()
    },
  }
}
