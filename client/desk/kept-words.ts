import { draftFor, keepDraft, noteSent } from '../shared/drafts.ts'

/** A form at a desk, whose words are kept in this browser until they have been sent. */
class KeptWords extends HTMLElement {
  #leaving: AbortController | undefined

  connectedCallback() {
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    const form = this.querySelector('form')!
    const words = form.querySelector('textarea')!
    const address = new URL(form.action).pathname
    words.value ||= draftFor(address)
    words.addEventListener('input', () => keepDraft(address, words.value), { signal })
    form.addEventListener('submit', () => noteSent(address), { signal })
  }

  disconnectedCallback() {
    this.#leaving?.abort()
  }
}

customElements.define('kept-words', KeptWords)
