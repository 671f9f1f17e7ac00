/** Where eyes rest, as a part of the window's height. */
const EYES = 0.35

/** Makes a change to the discussion and leaves what is being read or written where it is on the screen. */
export function keepingPlace(discussion: HTMLElement, change: () => void): void {
  const place = beingWritten() ?? beingRead(discussion)
  const before = place?.getBoundingClientRect().top
  change()
  if (!place?.isConnected || before === undefined) return
  const moved = place.getBoundingClientRect().top - before
  if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' })
}

/** Whether a reply at the end of an entry's branch would move words that are in view: it comes in above them, and not above the view. */
export function wouldMove(entry: HTMLElement): boolean {
  if (entry.closest('.folded') || !entry.checkVisibility()) return false
  const { bottom } = entry.getBoundingClientRect()
  if (bottom <= 0 || bottom >= innerHeight) return false
  const words = entry.closest('.discussion')!.querySelectorAll('.comment, .tombstone')
  const isAfter = (one: Element) => !entry.contains(one) && one.getBoundingClientRect().top >= bottom - 1
  return [...words].some((one) => one.checkVisibility() && isAfter(one) && isInView(one))
}

function beingWritten() {
  const focused = document.activeElement
  return focused instanceof HTMLTextAreaElement && isInView(focused) ? focused : undefined
}

/** The comment on which the eyes rest. */
export function beingRead(discussion: HTMLElement): Element | undefined {
  const eyes = innerHeight * EYES
  const words = discussion.querySelectorAll('.comment, .tombstone')
  return [...words].find((one) => one.checkVisibility() && one.getBoundingClientRect().bottom > eyes && isInView(one))
}

function isInView(element: Element) {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}
