import { focusOn, ownPart, tellShown } from './entry.ts'

const PARTS = ['header', '.words', '.acts']

/** Shows an entry as it stands now. What it says as before stays, with a selection in it; so do the replies below, an open form and the focus. */
export function renew(shown: HTMLElement, entry: HTMLElement): void {
  const [before, after] = [ownPart(shown), ownPart(entry).cloneNode(true) as HTMLElement]
  const focused = before.contains(document.activeElement) ? document.activeElement : null
  if (before.matches('.comment') && after.matches('.comment')) renewParts(before, after)
  else before.replaceWith(after)
  tellShown(shown)
  if (focused && !focused.isConnected) focusAgain(focused, shown)
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
function focusAgain(focused: Element, shown: HTMLElement) {
  const same = [...ownPart(shown).querySelectorAll('a')].find(
    ({ href }) => href === (focused as HTMLAnchorElement).href,
  )
  if (same) same.focus({ preventScroll: true })
  else focusOn(shown)
}
