import { meAgain } from '../shared/me.ts'
import { showNotices } from '../shared/reader-corner.ts'

const SOON_MS = 300
const PAUSE_MS = 10_000

let asked = Number.NEGATIVE_INFINITY
let isAsking = false

/** Asks again how many are unread to this person: soon, and not more often than the pause allows. Somebody else may have signed in meanwhile. */
export function ringBell(person: number): void {
  if (isAsking) return
  isAsking = true
  const waitMs = Math.max(SOON_MS, asked + PAUSE_MS - performance.now())
  setTimeout(async () => {
    isAsking = false
    asked = performance.now()
    const known = await meAgain().catch(() => undefined)
    if (known?.personId === person) showNotices(known.notices ?? 0)
  }, waitMs)
}
