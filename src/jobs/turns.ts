import { coalesced } from '../kit/coalesce.ts'
import type { Complaint } from '../kit/complaints.ts'

/** Work that is done again whenever there is a reason, never twice at a time, and so long after the first reason that others may join it. */
export interface WorkLoop {
  wake(): void
  close(): Promise<void>
}

/** Work that takes long asks between its parts whether it shall end. */
export function startWorkLoop(
  work: (isClosed: () => boolean) => Promise<unknown>,
  pauseMs: number,
  complaint: Complaint,
): WorkLoop {
  const closing = Promise.withResolvers<void>()
  let isClosed = false

  const wake = coalesced(async () => {
    if (!isClosed) await Promise.race([closing.promise, pause(pauseMs)])
    if (!isClosed) await work(() => isClosed).then(complaint.well, complaint.wrong)
  })

  return {
    wake: () => void wake(),
    async close() {
      isClosed = true
      closing.resolve()
      await wake()
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref())
}
