/** The list on this page in which the replies to a parent (0: the roots) go on; undefined when they go on elsewhere. */
export function listUnder(discussion: HTMLElement, parentId: number): HTMLElement | undefined {
  const thread = discussion.querySelector<HTMLElement>('.thread:not(.inside)')
  if (parentId === 0) return discussion.querySelector('.further') ? undefined : (thread ?? undefined)
  const parent = document.getElementById(`c-${parentId}`)
  if (!parent || childOf(parent, '.more')) return
  return childOf(parent, 'ol') ?? parent.appendChild(document.createElement('ol'))
}

/** Puts an entry among its siblings by its number. */
export function putInOrder(list: HTMLElement, entry: HTMLElement): void {
  const before = [...list.children].findLast((other) => ordinalOf(other) < ordinalOf(entry))
  if (before) before.after(entry)
  else list.prepend(entry)
  if (list.children.length > 1) branchOut(list)
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
