import { keep, keptOf } from '../shared/kept-reading.ts'
import { ENTRY_SHOWN, idOf, ownPart, parentOf } from './entry.ts'
import { say } from './words.ts'

/** Lets each branch be folded to a line that says how many replies it holds, and unfolded; the browser remembers which are. */
export function startFolding(discussion: HTMLElement, signal: AbortSignal): void {
  const folded = new Set(keptOf(discussion.dataset.article!).folded)
  for (const list of discussion.querySelectorAll('.entry > ol')) tend(list.parentElement!, folded)
  const press = ({ target }: Event) => {
    const entry = foldedBy(target as Element)
    if (!entry || getSelection()?.isCollapsed === false) return
    toggle(entry)
    ownPart(entry).scrollIntoView({ block: 'nearest' })
  }
  const show = ({ target }: Event) => {
    for (const entry of upFrom(target as HTMLElement)) if (entry.querySelector(':scope > ol')) tend(entry, folded)
  }
  discussion.addEventListener('click', press, { signal })
  discussion.addEventListener(ENTRY_SHOWN, show, { signal })
  discussion.addEventListener('beforematch', ({ target }) => unfoldAround(target as Element), { signal })
}

/** Folds an entry's branch, or unfolds it. */
export function toggle(entry: HTMLElement): void {
  setFolded(entry, !entry.classList.contains('folded'))
  const { article } = entry.closest<HTMLElement>('.discussion')!.dataset
  const others = keptOf(article!).folded?.filter((id) => id !== idOf(entry)) ?? []
  keep(article!, { folded: entry.classList.contains('folded') ? [...others, idOf(entry)] : others })
}

/** Opens every branch in which something stands. */
export function unfoldAround(inside: Element | null | undefined): void {
  if (!inside) return
  for (const above of upFrom(inside).filter((entry) => entry !== inside))
    if (above.classList.contains('folded')) toggle(above)
}

/** @NOTE What hangs on a rail covers all of its list but the rail itself. */
function foldedBy(target: Element) {
  if (target.matches('.entry > ol')) return target.parentElement
  return target.closest('.fold')?.closest<HTMLElement>('.entry')
}

function tend(entry: HTMLElement, folded: ReadonlySet<number>) {
  if (!entry.querySelector(':scope > .fold')) {
    entry.firstElementChild!.after(foldButton())
    setFolded(entry, folded.has(idOf(entry)))
  }
  const button = entry.querySelector<HTMLButtonElement>(':scope > .fold')!
  const count = repliesIn(entry)
  if (button.value === String(count)) return
  button.value = String(count)
  button.firstElementChild!.textContent = say('replies', count)
}

function foldButton() {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'fold tools'
  button.append(document.createElement('span'))
  return button
}

/** @NOTE A list that is hidden until found is still searched by the browser, and opens for what it finds. */
function setFolded(entry: HTMLElement, isFolded: boolean) {
  entry.classList.toggle('folded', isFolded)
  entry.querySelector(':scope > .fold')!.ariaExpanded = String(!isFolded)
  const list = entry.querySelector(':scope > ol')!
  if (isFolded) list.setAttribute('hidden', 'until-found')
  else list.removeAttribute('hidden')
}

/** Those on the page, and those that the links in the branch count. */
function repliesIn(entry: HTMLElement): number {
  const further = [...entry.querySelectorAll<HTMLElement>('.more')].map(({ dataset }) => Number(dataset.count ?? 0))
  return further.reduce((sum, count) => sum + count, entry.querySelectorAll('.entry').length)
}

function upFrom(inside: Element): HTMLElement[] {
  const found: HTMLElement[] = []
  for (let entry = inside.closest<HTMLElement>('.entry'); entry; entry = parentOf(entry)) found.push(entry)
  return found
}
