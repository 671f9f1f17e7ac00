import { focusOn, ownPart, parentOf } from './entry.ts'
import { toggle, unfoldAround } from './folding.ts'
import { beingRead } from './reading-place.ts'

const OFF = 'keys off'

/** Lets the discussion be walked by keys of one letter, wherever no field has the focus; `?` shows which. */
export function startKeyboard(discussion: HTMLElement): void {
  const dialog = discussion.querySelector<HTMLDialogElement>('dialog.keys')!
  const button = discussion.querySelector<HTMLButtonElement>('button.keys')!
  const isOn = dialog.querySelector('input')!
  isOn.checked = localStorage.getItem(OFF) === null
  isOn.addEventListener('change', () => (isOn.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1')))
  button.hidden = false
  button.addEventListener('click', () => dialog.showModal())

  const acts: Record<string, (from: HTMLElement | undefined) => unknown> = {
    j: (from) => stepTo(next(shownEntries(discussion), from, 1)),
    k: (from) => stepTo(next(shownEntries(discussion), from, -1)),
    p: (from) => from && stepUp(discussion, from),
    n: (from) => stepTo(next([...discussion.querySelectorAll<HTMLElement>('.thread > .entry')], from, 1)),
    u: () => discussion.querySelector<HTMLElement>('.at-foot > :first-child button')?.click(),
    r: (from) => clickIn(from, '.acts a[href*="/reply?"]:not([href*="quote"])'),
    q: (from) => clickIn(from, '.acts a[href*="/reply?quote"]'),
    c: (from) => from && fold(from),
    '?': () => dialog.showModal(),
  }

  document.addEventListener('keydown', (event) => {
    if (!isOn.checked || event.defaultPrevented || event.isComposing || isTyping(event)) return
    const act = acts[keyOf(event)]
    if (!act || document.querySelector('dialog[open]')) return
    event.preventDefault()
    act(current(discussion))
  })
}

/** Moves the focus to an entry, and out of what is folded where it stands in that. */
export function stepTo(entry: HTMLElement | null | undefined): void {
  if (!entry) return
  unfoldAround(entry)
  focusOn(entry)
  ownPart(entry).scrollIntoView({ block: 'nearest' })
}

/** @NOTE A letter of another script than ours names no key; there the place on the keyboard does. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key === '?' || key === '؟') return '?'
  if (shiftKey) return ''
  return /^[a-z]$/.test(key) ? key : /^\P{ASCII}$/u.test(key) ? code.replace(/^Key/, '').toLowerCase() : ''
}

function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  const field = (target as Element).closest?.('input, textarea, select, [contenteditable]')
  return ctrlKey || metaKey || altKey || Boolean(field)
}

/** Where the focus is, or else the eyes. */
export function current(discussion: HTMLElement): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('.entry')
  return focused ?? beingRead(discussion)?.closest<HTMLElement>('.entry') ?? undefined
}

function shownEntries(discussion: HTMLElement) {
  return [...discussion.querySelectorAll<HTMLElement>('.entry')].filter((entry) => ownPart(entry).checkVisibility())
}

/** The first step goes to what is being read itself, where the focus is not in it yet. */
function next(entries: HTMLElement[], from: HTMLElement | undefined, step: 1 | -1) {
  if (!from) return step > 0 ? entries[0] : undefined
  if (step > 0 && entries.includes(from) && !from.contains(document.activeElement)) return from
  const onward = step > 0 ? entries : entries.toReversed()
  return onward.find((one) => (step > 0 ? follows(one, from) : follows(from, one)))
}

export function follows(one: Node, other: Node): boolean {
  return Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
}

/** To the comment that is answered; above a branch that stands alone a link leads there. */
function stepUp(discussion: HTMLElement, from: HTMLElement) {
  const parent = parentOf(from)
  if (parent) stepTo(parent)
  else discussion.querySelector<HTMLElement>('.ancestors li:last-child a')?.click()
}

/** Folds the branch below, or where nothing is below, the one that this ends. */
function fold(from: HTMLElement) {
  const entry = from.querySelector(':scope > .fold') ? from : parentOf(from)
  if (!entry) return
  toggle(entry)
  stepTo(entry)
}

function clickIn(entry: HTMLElement | undefined, link: string) {
  if (entry) ownPart(entry).querySelector<HTMLElement>(link)?.click()
}
