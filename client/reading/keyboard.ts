import './common.ts'
import { ownPart, parentOf } from './entry.ts'
import { toggle } from './folding.ts'
import { current, follows, stepTo } from './step-to.ts'

const OFF = 'keys off'

/** Lets the discussion be walked by keys of one letter; `?` shows which, and they can be turned off. */
export class Keyboard {
  readonly #discussion: HTMLElement
  readonly #dialog: HTMLDialogElement
  readonly #isOn: HTMLInputElement
  readonly #acts: Record<string, (from: HTMLElement | undefined) => unknown>

  constructor(discussion: HTMLElement) {
    this.#discussion = discussion
    this.#dialog = discussion.querySelector<HTMLDialogElement>('dialog.keys')!
    this.#isOn = this.#dialog.querySelector('input')!
    this.#isOn.checked = localStorage.getItem(OFF) === null
    this.#isOn.addEventListener('change', () =>
      this.#isOn.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1'),
    )
    this.#acts = {
      j: (from) => stepTo(next(shownEntries(discussion), from, 1)),
      k: (from) => stepTo(next(shownEntries(discussion), from, -1)),
      p: (from) => from && stepUp(discussion, from),
      n: (from) => stepTo(next([...discussion.querySelectorAll<HTMLElement>('.thread > .entry')], from, 1)),
      u: () => discussion.querySelector<HTMLElement>('.at-foot > :first-child button')?.click(),
      r: (from) => clickIn(from, '.acts a[href*="/reply?"]:not([href*="quote"])'),
      q: (from) => clickIn(from, '.acts a[href*="/reply?quote"]'),
      c: (from) => from && fold(from),
      '?': () => this.show(),
    }
  }

  show(): void {
    this.#dialog.showModal()
  }

  press(event: KeyboardEvent): void {
    const act = this.#acts[keyOf(event)]
    if (act && this.#isOn.checked && !document.querySelector('dialog[open]')) act(current(this.#discussion))
  }
}

/** @NOTE A letter of another script than ours names no key; there the place on the keyboard does. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key === '?' || key === '؟') return '?'
  if (shiftKey) return ''
  return /^[a-z]$/.test(key) ? key : /^\P{ASCII}$/u.test(key) ? code.replace(/^Key/, '').toLowerCase() : ''
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
