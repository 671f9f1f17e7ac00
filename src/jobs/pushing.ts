import { isPushDue, settlePush, takeDuePush } from '../domain/reach/index.ts'
import type { Parley } from '../parley.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 1_000
/** So many are under way at a time, for some push services are slow and some are none. */
const ABREAST = 8

/** Pushes notices to browsers when they are due. What did not go out stays due for later. */
export function startPushing({ store, clock, pushNotices }: Pick<Parley, 'store' | 'clock' | 'pushNotices'>) {
  const turns = startWorkLoop(async (isClosed) => {
    if (await isPushDue(store, clock())) await Promise.all(Array.from({ length: ABREAST }, () => pushOn(isClosed)))
  }, 0)

  async function pushOn(isClosed: () => boolean) {
    while (!isClosed()) {
      const { value: due } = await store.write((tx) => takeDuePush(tx, clock()))
      if (!due) return
      const pushed = due.notices.length > 0 ? await pushNotices(due) : 'refused'
      await store.write((tx) => settlePush(tx, due, pushed, clock()))
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
