import type { Parley } from '../parley.ts'

/** Tells the operator what watches find, from the start on. */
export function startWatching({ complaints, jobs: { watches } }: Pick<Parley, 'complaints' | 'jobs'>) {
  const timers = watches.map(({ about, everyMs, look }) => {
    const complaint = complaints.about(about)
    const lookNow = async () => {
      const wrong = await look().catch((error: Error) => error.message)
      if (wrong === undefined) complaint.well()
      else complaint.wrong(wrong)
    }
    void lookNow()
    return setInterval(lookNow, everyMs).unref()
  })
  return {
    async close() {
      for (const timer of timers) clearInterval(timer)
    },
  }
}
