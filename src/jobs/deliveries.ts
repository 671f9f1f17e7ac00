import { isAnythingDue, type OpenChannel, settle, takeDue } from '../domain/reach/index.ts'
import type { Parley } from '../parley.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 1_000

/** Sends what is due, channel by channel, so that a slow one keeps none of the others waiting. What did not go out stays for later. */
export function startDeliveries(parley: Pick<Parley, 'store' | 'clock' | 'jobs' | 'complaints'>): {
  close(): Promise<void>
} {
  const all = parley.jobs.channels.map((channel) => startChannel(parley, channel))
  return { close: async () => void (await Promise.all(all.map(({ close }) => close()))) }
}

function startChannel(parley: Pick<Parley, 'store' | 'clock' | 'complaints'>, channel: OpenChannel) {
  const { store, clock } = parley
  const turns = startWorkLoop(
    async (isClosed) => {
      if (!(await isAnythingDue(store, channel, clock()))) return
      await Promise.all(Array.from({ length: channel.concurrency }, () => sendOn(isClosed)))
    },
    0,
    jobComplaint(parley, `deliveries by ${channel.name}`),
  )

  async function sendOn(isClosed: () => boolean) {
    while (!isClosed()) {
      const { value: taken } = await store.write((tx) => takeDue(tx, channel, clock()))
      if (!taken) return
      if (taken === 'nothing') continue
      const outcome = await taken.message.send(taken.contentHash)
      while ((await store.write((tx) => settle(tx, channel, taken, outcome, clock()))).value);
    }
  }

  const looking = setInterval(turns.wake, LOOK_MS).unref()
  return {
    close() {
      clearInterval(looking)
      return turns.close()
    },
  }
}
