import './common.ts'
import { scriptAt } from '../shared/trusted.ts'

/** Does the work that a form asks for, apart from the page, from the first letter that is typed; a form that is sent before that waits for it. */
class ProofOfWork extends HTMLElement {
  #proof: Promise<string> | undefined
  #leaving: AbortController | undefined

  connectedCallback() {
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    const form = this.closest('form')!
    form.addEventListener('input', () => void this.#begin(), { signal })
    form.addEventListener('submit', (event) => void this.#wait(event, form), { signal, capture: true })
  }

  disconnectedCallback() {
    this.#leaving?.abort()
  }

  #begin(): Promise<string> {
    this.#proof ??= proof().catch(() => '')
    return this.#proof
  }

  /** @NOTE where it cannot be done, the form is sent without, and a moderator looks at what it says. */
  async #wait(event: SubmitEvent, form: HTMLFormElement) {
    const input = this.querySelector('input')!
    if (input.value !== '' || this.ariaBusy === 'done') return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (this.ariaBusy === 'true') return
    this.ariaBusy = 'true'
    input.value = await this.#begin()
    this.ariaBusy = 'done'
    form.requestSubmit(event.submitter)
  }
}

customElements.define('proof-of-work', ProofOfWork)

const LONGEST_MS = 30_000

async function proof(): Promise<string> {
  const answer = await fetch('/proof-of-work')
  if (!answer.ok) return ''
  const task = await answer.text()
  const worker = new Worker(scriptAt('/proof-worker.js'))
  try {
    return await new Promise<string>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data ?? '')
      worker.onerror = reject
      setTimeout(reject, LONGEST_MS)
      worker.postMessage(task)
    })
  } finally {
    worker.terminate()
  }
}
