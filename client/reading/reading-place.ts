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

/** Whether something that comes in at this height would move words that are in view: those below it, when it is not above the view. */
export function wouldMove(discussion: HTMLElement, height: number): boolean {
  if (height <= 0 || height >= innerHeight) return false
  const words = discussion.querySelectorAll('.comment, .tombstone')
  const isBelow = (one: Element) => one.getBoundingClientRect().top >= height - 1
  return [...words].some((one) => one.checkVisibility() && isBelow(one) && isInView(one))
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
