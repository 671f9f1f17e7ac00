import { isMailDue, settleMail, takeDue } from '../domain/reach/index.ts'
import type { Parley } from '../parley.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 1_000

/** Mails notices when they are due. What did not go out stays due for later. */
export function startMailing({ store, clock, mailNotices }: Pick<Parley, 'store' | 'clock' | 'mailNotices'>) {
  const turns = startWorkLoop(async (isClosed) => {
    while (!isClosed() && (await isMailDue(store, clock()))) {
      const { value: due } = await store.write((tx) => takeDue(tx, clock()))
      if (!due) return
      if (due.notices.length > 0) await mailNotices(due)
      while ((await store.write((tx) => settleMail(tx, due, clock()))).value);
    }
  }, 0)
  const looking = setInterval(turns.wake, LOOK_MS).unref()
  return {
    close() {
      clearInterval(looking)
      return turns.close()
    },
  }
}
