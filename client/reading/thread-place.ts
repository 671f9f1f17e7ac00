import { newList } from './entry.ts'

/** The list in this part of the discussion in which the replies to a parent (0: the roots) go on; undefined when they go on elsewhere. */
export function listUnder(part: HTMLElement, parentId: number): HTMLElement | undefined {
  if (!goesOnHere(part, parentId)) return
  if (parentId === 0) return part.querySelector<HTMLElement>('.thread')!
  const parent = entryIn(part, parentId)!
  return childOf(parent, 'ol') ?? listBelow(parent)
}

/** @NOTE As on the server: the answer to one who has no sibling runs straight down, but the first below a page's first level. */
function listBelow(parent: HTMLElement): HTMLElement {
  const list = parent.appendChild(newList())
  const siblings = parent.parentElement!
  if (siblings.children.length === 1 && !siblings.matches('.thread')) list.className = 'straight'
  return list
}

/** Whether further replies to a parent (0: the roots) stand in this part. */
export function goesOnHere(part: HTMLElement, parentId: number): boolean {
  if (parentId === 0) {
    if (!part.querySelector('ol.thread:not(.inside)')) return false
    return !part.querySelector(isOldestFirst(part) ? '.further' : '.earlier')
  }
  const parent = entryIn(part, parentId)
  if (!parent || (isNewestFirst(part) && parent.matches('.inside > *') && part.querySelector('a.earlier'))) return false
  return !childOf(parent, '.more') || (!isOldestFirst(part) && childOf(parent, 'ol') !== null)
}

/** Whether a parent stands in this part, and further replies to it elsewhere. */
export function goesOnElsewhere(part: HTMLElement, parentId: number): boolean {
  return entryIn(part, parentId) !== null && !goesOnHere(part, parentId)
}

/** Whether others decide where a thread stands, so that a new one has no place among them. */
export function hasNoPlaceYet(discussion: HTMLElement, parentId: number): boolean {
  return parentId === 0 && isRanked(discussion) && discussion.querySelector('.thread > .entry') !== null
}

/** At which height of the window the next reply to a parent (0: the next thread) would come in; undefined where that is out of sight. */
export function edgeUnder(discussion: HTMLElement, parentId: number): number | undefined {
  const parent = parentId === 0 ? discussion : entryIn(discussion, parentId)!
  if (!parent.checkVisibility() || parent.closest('.folded')) return
  const list = childOf(parent, parentId === 0 ? '.thread' : 'ol')
  const isFirst = parentId === 0 ? !isOldestFirst(parent) : isNewestFirst(parent)
  if (isFirst && list) return list.getBoundingClientRect().top
  return (parentId === 0 ? list! : parent).getBoundingClientRect().bottom
}

/** Puts an entry among its siblings by its number; where others decide on the places, a thread before and a reply after all others. */
export function putInOrder(list: HTMLElement, entry: HTMLElement): void {
  const newest = isNewestFirst(list)
  const isBefore = (other: Element) => newest !== ordinalOf(other) < ordinalOf(entry)
  const before = isRanked(list)
    ? !list.matches('.thread') && list.lastElementChild
    : [...list.children].findLast(isBefore)
  if (before) before.after(entry)
  else list.prepend(entry)
  if (list.children.length > 1) branchOut(list)
}

/** Puts further entries among those that are here; where others decide on the places, after them. */
export function putFurther(list: HTMLElement, entries: readonly HTMLElement[]): void {
  for (const entry of entries)
    if (isRanked(list)) list.append(entry)
    else putInOrder(list, entry)
}

function entryIn(part: HTMLElement, id: number) {
  return part.querySelector<HTMLElement>(`#c-${id}`)
}

function isOldestFirst(part: HTMLElement) {
  return orderOf(part) === 'oldest'
}

function isNewestFirst(part: HTMLElement) {
  return orderOf(part) === 'newest'
}

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
