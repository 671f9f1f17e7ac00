import { branchOf, idOf, newList, ownPart } from './entry.ts'
import { stepTo } from './step-to.ts'
import { putInOrder } from './thread-place.ts'
import { say } from './words.ts'

interface Group {
  entries: HTMLElement[]
  button: HTMLButtonElement
}

/** New entries that would move what is being read: they wait at the comment that they answer, or before all threads, behind a button. */
export class Waiting {
  readonly #discussion: HTMLElement
  readonly #putIn: (entries: readonly HTMLElement[]) => void
  /** By the comment on the page that they answer, at first or second hand; 0 for threads. */
  readonly #groups = new Map<number, Group>()

  readonly #inSight = new Set<Element>()
  readonly #sight: IntersectionObserver

  constructor(discussion: HTMLElement, putIn: (entries: readonly HTMLElement[]) => void, whenSighted: () => void) {
    this.#discussion = discussion
    this.#putIn = putIn
    this.#sight = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes)
        if (isIntersecting) this.#inSight.add(target)
        else this.#inSight.delete(target)
      whenSighted()
    })
  }

  /** Whether the entry of this number waits behind a button that is in view and so is told there. */
  isToldInPlace(id: number): boolean {
    for (const { entries, button } of this.#groups.values())
      if (this.#inSight.has(button) && withId(entries, id)) return true
    return false
  }

  /** Whether an entry waits for the same reason as one that it answers, and has been put under that. */
  joins(entry: HTMLElement, parentId: number): boolean {
    for (const [answered, { entries }] of this.#groups) {
      const parent = withId(entries, parentId)
      if (!parent) continue
      putInOrder(parent.querySelector(':scope > ol') ?? parent.appendChild(newList()), entry)
      this.#show(answered)
      return true
    }
    return false
  }

  add(entry: HTMLElement, answered: number): void {
    const group = this.#groups.get(answered) ?? { entries: [], button: this.#buttonFor(answered) }
    group.entries.push(entry)
    this.#groups.set(answered, group)
    this.#show(answered)
  }

  /** The entry of this number, where it waits. */
  find(id: number): HTMLElement | undefined {
    return this.all().find((entry) => idOf(entry) === id)
  }

  all(): HTMLElement[] {
    return [...this.#groups.values()].flatMap(({ entries }) => entries.flatMap(branchOf))
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
    if (group && !group.button.isConnected) ownPart(answered).append(group.button)
  }

  #show(id: number) {
    const { entries, button } = this.#groups.get(id)!
    button.textContent = say('new-here', entries.flatMap(branchOf).length)
    if (!button.isConnected) this.#hang(button, id)
  }

  #hang(button: HTMLElement, id: number) {
    const answered = document.getElementById(`c-${id}`)
    if (id === 0) this.#discussion.querySelector('.thread')!.before(button)
    else if (answered) ownPart(answered).append(button)
  }

  #buttonFor(id: number) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'waiting'
    button.addEventListener('click', () => this.#letIn(id))
    this.#sight.observe(button)
    return button
  }

  #letIn(answered: number, first?: HTMLElement) {
    const { entries, button } = this.#groups.get(answered)!
    this.#groups.delete(answered)
    this.#sight.unobserve(button)
    this.#inSight.delete(button)
    button.remove()
    this.#putIn(entries)
    const shown = (first ? [first] : entries).map(({ id }) => document.getElementById(id)).filter((one) => one !== null)
    if (shown.length > 0) stepTo(shown.toSorted(inTheirPlaces)[0])
    else location.assign(`/c/${idOf(first ?? entries[0]!)}?language=${document.documentElement.lang}`)
  }
}

function inTheirPlaces(one: Node, other: Node) {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

function withId(entries: readonly HTMLElement[], id: number) {
  return entries.flatMap(branchOf).find((entry) => idOf(entry) === id)
}
