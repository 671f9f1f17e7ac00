import { focusOn, ownPart } from './entry.ts'
import { unfoldAround } from './folding.ts'
import { beingRead } from './reading-place.ts'

/** Moves the focus to an entry, and out of what is folded where it stands in that. */
export function stepTo(entry: HTMLElement | null | undefined): void {
  if (!entry) return
  unfoldAround(entry)
  focusOn(entry)
  ownPart(entry).scrollIntoView({ block: 'nearest' })
}

/** Where the focus is, or else the eyes. */
export function current(discussion: HTMLElement): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('.entry')
  return focused ?? beingRead(discussion)?.closest<HTMLElement>('.entry') ?? undefined
}

export function follows(one: Node, other: Node): boolean {
  return Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
}
