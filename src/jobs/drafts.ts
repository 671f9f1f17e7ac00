import { nextDraft } from '../domain/translation/early.ts'
import type { Parley } from '../parley.ts'
import { startInTime } from './in-time.ts'

/** Has the engine draft what was ordered; without an engine, orders wait. */
export function startDrafts(parley: Parameters<typeof startInTime>[0] & Pick<Parley, 'web'>): {
  close(): Promise<void>
} {
  const { engine, namesBetween } = parley.web
  if (!engine) return { close: async () => {} }
  const act = async (now: number) => {
    const { draftNext } = await import('../domain/translation/index.ts')
    await draftNext(parley.store, { ...engine, namesBetween }, now)
  }
  return startInTime(parley, { name: 'drafts of translations', next: nextDraft, act })
}
