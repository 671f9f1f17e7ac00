/** The list on this page in which the replies to a parent (0: the roots) go on; undefined when they go on elsewhere. */
export function listUnder(discussion: HTMLElement, parentId: number): HTMLElement | undefined {
  const thread = discussion.querySelector<HTMLElement>('.thread:not(.inside)')
  const newest = isNewestFirst(discussion)
  if (parentId === 0 && isRanked(discussion)) return
  if (parentId === 0)
    return discussion.querySelector(newest ? '.earlier' : '.further') ? undefined : (thread ?? undefined)
  const parent = document.getElementById(`c-${parentId}`)
  if (!parent || (!newest && childOf(parent, '.more'))) return
  return (
    childOf(parent, 'ol') ?? (childOf(parent, '.more') ? undefined : parent.appendChild(document.createElement('ol')))
  )
}

/** Puts an entry among its siblings by its number. */
export function putInOrder(list: HTMLElement, entry: HTMLElement): void {
  const newest = isNewestFirst(list)
  const isBefore = (other: Element) => newest !== ordinalOf(other) < ordinalOf(entry)
  const before = [...list.children].findLast(isBefore)
  if (isRanked(list)) list.append(entry)
  else if (before) before.after(entry)
  else list.prepend(entry)
  if (list.children.length > 1) branchOut(list)
}

function isNewestFirst(part: HTMLElement) {
  return orderOf(part) === 'newest'
}

/** Where others decide on a place, what is new has none yet. */
function isRanked(part: HTMLElement) {
  return !['oldest', 'newest'].includes(orderOf(part))
}

function orderOf(part: HTMLElement) {
  return part.closest<HTMLElement>('.discussion')?.dataset.order ?? 'oldest'
}

function ordinalOf(entry: Element) {
  return Number((entry as HTMLElement).dataset.ordinal)
}

/** What two said in turn runs straight down until somebody else joins in. */
function branchOut(list: HTMLElement) {
  for (const straight of [list, ...list.querySelectorAll(':scope > .entry > ol')]) straight.classList.remove('straight')
}

function childOf(parent: HTMLElement, selector: string) {
  return parent.querySelector<HTMLElement>(`:scope > ${selector}`)
}
