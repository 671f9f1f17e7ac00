import { json } from '../http/answers.ts'
import { taking } from '../http/taking.ts'
import type { Readiness } from './readiness.ts'

export interface Given {
  readiness: Readiness
}

/** Whether the process is alive; it asks nobody. */
export const live = taking({}, async () => json({ alive: true }))

/** Whether requests may be led here: with 503 while the server ends or its database is silent. */
export const ready = taking({}, async (_ask, _taken, { readiness }: Given) => {
  const obstacles = await readiness.obstacles()
  return obstacles.length === 0 ? json({ ready: true }) : json({ ready: false, obstacles }, 503)
})
