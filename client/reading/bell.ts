import { meAgain } from '../shared/me.ts'

const SOON_MS = 300
const PAUSE_MS = 10_000

let title: string | undefined
let asked = Number.NEGATIVE_INFINITY
let isAsking = false

/** Shows how many notices are unread to the person whose page this is. */
export function showBell(unread: number): void {
  const bell = document.querySelector<HTMLAnchorElement>('#bell')
  if (!bell) return
  title ??= bell.ariaLabel ?? ''
  const count = unread === 0 ? '' : unread < 100 ? String(unread) : '99+'
  bell.hidden = false
  bell.querySelector('b')!.textContent = count
  bell.ariaLabel = `${title} ${count}`.trim()
}

/** Asks again how many are unread to this person: soon, and not more often than the pause allows. Somebody else may have signed in meanwhile. */
export function ringBell(person: number): void {
  if (isAsking) return
  isAsking = true
  const waitMs = Math.max(SOON_MS, asked + PAUSE_MS - performance.now())
  setTimeout(async () => {
    isAsking = false
    asked = performance.now()
    const known = await meAgain().catch(() => undefined)
    if (known?.personId === person) showBell(known.notices ?? 0)
  }, waitMs)
}
