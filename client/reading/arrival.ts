import { addressed, ENTRY_SHOWN, focusOn } from './entry.ts'
import { unfoldAround } from './folding.ts'

/** Leads to the comment that the address names: it is unfolded and has the focus, so that keys and screen readers go on from it. */
export function startArrival(discussion: HTMLElement, signal: AbortSignal): void {
  for (const entry of discussion.querySelectorAll('.entry')) leaveFocus(entry)
  discussion.addEventListener(ENTRY_SHOWN, ({ target }) => leaveFocus(target as Element), { signal })
  arrive()
  addEventListener('hashchange', () => arrive()?.scrollIntoView(), { signal })
}

/** @NOTE Where an entry can have the focus, browsers give it at every press of the mouse and every selection in it. To the one addressed they give it a moment later. */
function leaveFocus(entry: Element) {
  if (entry !== addressed()) entry.removeAttribute('tabindex')
}

function arrive() {
  const entry = addressed()
  unfoldAround(entry)
  if (entry) focusOn(entry)
  return entry
}
