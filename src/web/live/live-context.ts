import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import type { Store, Tail } from '../../store/index.ts'
import type { Frames } from '../html/frames.ts'

/** What open streams follow, and with what they say it. */
export interface LiveContext {
  store: Store
  tail: Tail
  frames: Frames
  clock: Clock
  log: Log
}
