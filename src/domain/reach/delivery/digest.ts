import { nextAtHour } from '../../../kit/zone.ts'
import { WAIT_MS } from './delivery.ts'

/** The hour of the daily digest, in the publication's zone. */
const DIGEST_HOUR = 7

/** When what is written at a moment goes into a digest, in the publication's zone. */
export function digestAfter(zone: string, at: number): number {
  return nextAtHour(zone, DIGEST_HOUR, at + WAIT_MS)
}
