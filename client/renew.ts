import { ownPart, tellShown } from './entry.ts'

const PARTS = ['header', '.words', '.acts']

/** Shows an entry as it stands now. What it says as before stays, with a selection in it; so do the replies below, an open form and the focus. */
export function renew(shown: HTMLElement, entry: HTMLElement): void {
  const [before, after] = [ownPart(shown), ownPart(entry).cloneNode(true) as HTMLElement]
  const focused = before.contains(document.activeElement) ? document.activeElement : null
  if (before.matches('.comment') && after.matches('.comment')) renewParts(before, after)
  else before.replaceWith(after)
  tellShown(shown)
  if (focused && !focused.isConnected) focusAgain(focused, ownPart(shown))
}

/** @NOTE What is laid over a comment is gone with its class and its acts, and laid anew when it is told of. */
function renewParts(before: HTMLElement, after: HTMLElement) {
  before.className = after.className
  before.ariaLabel = after.ariaLabel
  for (const selector of PARTS) {
    const [old, anew] = [before.querySelector(selector)!, after.querySelector(selector)!]
    if (!old.isEqualNode(anew)) old.replaceWith(anew)
  }
}

/** To the same link, or else to the entry itself. */
function focusAgain(focused: Element, part: HTMLElement) {
  const same = [...part.querySelectorAll('a')].find(({ href }) => href === (focused as HTMLAnchorElement).href)
  if (!same) part.tabIndex = -1
  const next = same ?? part
  next.focus({ preventScroll: true })
}
