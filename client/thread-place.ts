/** The list on this page in which the replies to a parent (0: the roots) go on; undefined when they go on elsewhere. */
export function listUnder(discussion: HTMLElement, parentId: number): HTMLElement | undefined {
  if (!goesOnHere(discussion, parentId)) return
  if (parentId === 0) return discussion.querySelector<HTMLElement>('.thread')!
  const parent = document.getElementById(`c-${parentId}`)!
  return childOf(parent, 'ol') ?? listBelow(parent)
}

/** @NOTE As on the server: the answer to one who has no sibling runs straight down, but the first below a page's first level. */
function listBelow(parent: HTMLElement): HTMLElement {
  const list = parent.appendChild(document.createElement('ol'))
  const siblings = parent.parentElement!
  if (siblings.children.length === 1 && !siblings.matches('.thread')) list.className = 'straight'
  return list
}

/** Whether further replies to a parent (0: the roots) stand on this page. */
export function goesOnHere(discussion: HTMLElement, parentId: number): boolean {
  const newest = isNewestFirst(discussion)
  if (parentId === 0) {
    if (isRanked(discussion) || !discussion.querySelector('.thread:not(.inside)')) return false
    return discussion.querySelector(newest ? '.earlier' : '.further') === null
  }
  const parent = document.getElementById(`c-${parentId}`)
  if (!parent) return false
  return !childOf(parent, '.more') || (newest && childOf(parent, 'ol') !== undefined)
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

/** What was answered once runs straight down until somebody else joins in. */
function branchOut(list: HTMLElement) {
  for (const straight of [list, ...list.querySelectorAll(':scope > .entry > ol')]) straight.classList.remove('straight')
}

function childOf(parent: HTMLElement, selector: string) {
  return parent.querySelector<HTMLElement>(`:scope > ${selector}`)
}
