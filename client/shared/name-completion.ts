import type { Person as ServerPerson } from '../../src/domain/people/index.ts'
import type { AsJson } from './as-json.ts'

type Person = AsJson<Pick<ServerPerson, 'id' | 'name'>>

const BEGUN = /(?<![\p{L}\p{N}_@/.-])@("[^"\n]{1,40}|[\p{L}\p{N}_][\p{L}\p{N}_.'’-]{0,39})$/u
const PLAIN = /^[\p{L}\p{N}\p{M}_]+(?:[-.'’][\p{L}\p{N}\p{M}_]+)*$/u
const NAP_MS = 150

/** Offers the names that begin like the one after an @ at the caret; the arrow key down leads into the list. */
class NameCompletion extends HTMLElement {
  #napping: ReturnType<typeof setTimeout> | undefined
  #leaving: AbortController | undefined

  connectedCallback() {
    const words = this.previousElementSibling as HTMLTextAreaElement
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    this.role = 'status'
    const down = (event: KeyboardEvent) => {
      const first = this.querySelector('button')
      if (event.key !== 'ArrowDown' || !first) return
      event.preventDefault()
      first.focus()
    }
    words.addEventListener('input', () => this.#later(words), { signal })
    words.addEventListener('keydown', down, { signal })
    this.addEventListener('keydown', (event) => this.#move(event, words), { signal })
    this.#later(words)
  }

  disconnectedCallback() {
    this.#leaving?.abort()
    clearTimeout(this.#napping)
  }

  #later(words: HTMLTextAreaElement) {
    clearTimeout(this.#napping)
    this.#napping = setTimeout(() => this.#offer(words).catch(() => this.replaceChildren()), NAP_MS)
  }

  async #offer(words: HTMLTextAreaElement) {
    const begun = begunIn(words)
    if (begun === undefined) return this.replaceChildren()
    const begins = encodeURIComponent(begun.replace('"', ''))
    const answer = await fetch(`/people?begins=${begins}`, { headers: { accept: 'application/json' } })
    const people: Person[] = answer.ok ? await answer.json() : []
    if (begunIn(words) === begun) this.replaceChildren(...people.map((person) => this.#choice(person, words)))
  }

  #choice({ name }: Person, words: HTMLTextAreaElement) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'plain'
    button.textContent = name
    button.addEventListener('click', () => {
      const start = words.value.lastIndexOf('@', words.selectionEnd - 1)
      words.setRangeText(`@${PLAIN.test(name) ? name : `"${name}"`} `, start, words.selectionEnd, 'end')
      this.replaceChildren()
      words.focus()
      words.dispatchEvent(new Event('input', { bubbles: true }))
    })
    return button
  }

  #move(event: KeyboardEvent, words: HTMLTextAreaElement) {
    const { key } = event
    const to = key === 'ArrowDown' ? 'nextElementSibling' : key === 'ArrowUp' ? 'previousElementSibling' : undefined
    if (to) {
      const next = (document.activeElement?.[to] ?? words) as HTMLElement
      next.focus()
    } else if (key === 'Escape') {
      this.replaceChildren()
      words.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
}

function begunIn({ value, selectionEnd }: HTMLTextAreaElement): string | undefined {
  return BEGUN.exec(value.slice(0, selectionEnd))?.[1]
}

customElements.define('name-completion', NameCompletion)
