import { idOf, ownPart } from './entry.ts'
import { stepTo } from './keyboard.ts'
import { putInOrder } from './thread-place.ts'
import { say } from './words.ts'

interface Group {
  entries: HTMLElement[]
  button: HTMLButtonElement
}

/** New entries that would move what is being read: they wait at the comment that they answer, behind a button. */
export class Waiting {
  readonly #putIn: (entries: readonly HTMLElement[]) => void
  /** By the comment on the page that they answer, at first or second hand. */
  readonly #groups = new Map<number, Group>()

  constructor(putIn: (entries: readonly HTMLElement[]) => void) {
    this.#putIn = putIn
  }

  /** Whether an entry waits for the same reason as one that it answers, and has been put under that. */
  joins(entry: HTMLElement, parentId: number): boolean {
    for (const [answered, { entries }] of this.#groups) {
      const parent = withId(entries, parentId)
      if (!parent) continue
      putInOrder(parent.querySelector(':scope > ol') ?? parent.appendChild(document.createElement('ol')), entry)
      this.#show(answered)
      return true
    }
    return false
  }

  add(entry: HTMLElement, answered: HTMLElement): void {
    const id = idOf(answered)
    const group = this.#groups.get(id) ?? { entries: [], button: this.#buttonFor(id) }
    group.entries.push(entry)
    this.#groups.set(id, group)
    this.#show(id)
  }

  /** The entry of this number, where it waits. */
  find(id: number): HTMLElement | undefined {
    for (const { entries } of this.#groups.values()) {
      const found = withId(entries, id)
      if (found) return found
    }
  }

  /** Whether the entry of this number waited; it and those beside it are put in, and the focus goes to it. */
  letIn(id: number): boolean {
    for (const [answered, { entries }] of this.#groups) {
      const entry = withId(entries, id)
      if (!entry) continue
      this.#letIn(answered, entry)
      return true
    }
    return false
  }

  /** Puts the button back where the comment that carries it was replaced. */
  restore(answered: HTMLElement): void {
    const group = this.#groups.get(idOf(answered))
    if (group) ownPart(answered).append(group.button)
  }

  #show(id: number) {
    const { entries, button } = this.#groups.get(id)!
    button.textContent = say(
      'new-here',
      entries.reduce((sum, entry) => sum + 1 + below(entry).length, 0),
    )
    if (!button.isConnected) ownPart(document.getElementById(`c-${id}`)!).append(button)
  }

  #buttonFor(id: number) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'waiting'
    button.addEventListener('click', () => this.#letIn(id))
    return button
  }

  #letIn(answered: number, first?: HTMLElement) {
    const { entries, button } = this.#groups.get(answered)!
    this.#groups.delete(answered)
    button.remove()
    this.#putIn(entries)
    stepTo(first ?? entries[0])
  }
}

function withId(entries: readonly HTMLElement[], id: number) {
  return entries.flatMap((entry) => [entry, ...below(entry)]).find((entry) => idOf(entry) === id)
}

function below(entry: HTMLElement) {
  return [...entry.querySelectorAll<HTMLElement>('.entry')]
}
