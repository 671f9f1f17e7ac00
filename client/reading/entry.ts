/** Tells that an entry has been put in or has changed, for those who lay something over it. */
export const ENTRY_SHOWN = 'parley:entry'

export function tellShown(entry: Element): void {
  entry.dispatchEvent(new Event(ENTRY_SHOWN, { bubbles: true }))
}

/** Tells the same of entries that came in and of all that stand below them. */
export function tellAllShown(entries: readonly HTMLElement[]): void {
  entries.flatMap(branchOf).forEach(tellShown)
}

/** The comment or tombstone itself, without what stands below it. */
export function ownPart(entry: Element): HTMLElement {
  return entry.querySelector<HTMLElement>(':scope > .comment, :scope > .tombstone')!
}

export function idOf(entry: Element): number {
  return Number(entry.id.slice(2))
}

/** An entry and all that stand below it. */
export function branchOf(entry: HTMLElement): HTMLElement[] {
  return [entry, ...entry.querySelectorAll<HTMLElement>('.entry')]
}

/** Moves the focus to an entry, and nothing else. */
export function focusOn(entry: Element): void {
  const part = ownPart(entry)
  part.tabIndex = -1
  part.focus({ preventScroll: true })
}

/** For entries below another. */
export function newList(): HTMLOListElement {
  const list = document.createElement('ol')
  list.role = 'list'
  return list
}

/** The entry in which this one stands. */
export function parentOf(entry: Element): HTMLElement | null {
  return entry.parentElement!.closest<HTMLElement>('.entry')
}

/** The entry to which the page's address leads, where it is on the page. */
export function addressed(): HTMLElement | null {
  return /^#c-\d+$/.test(location.hash) ? document.querySelector(location.hash) : null
}
