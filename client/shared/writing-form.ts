import { attempt } from './attempt.ts'
import { draftFor, forgetDraft, keepDraft, noteSent } from './drafts.ts'
import { withBlock } from './quotation-block.ts'
import { fragmentOf } from './trusted.ts'

/** How long an answer is waited for: longer than the server waits for its database. */
const LONGEST_MS = 20_000
const NAME_COMPLETION = 'name-completion'

/** Where words are written: keeps them until they are posted, sends them, and shows a preview in place. */
class WritingForm extends HTMLElement {
  #isLeftToBrowser = false
  #leaving: AbortController | undefined

  connectedCallback() {
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    const form = this.querySelector('form')!
    const [address, words] = [addressOf(form), wordsIn(form)]
    if (!address.endsWith('/edit')) {
      if (location.pathname !== address) words.value = joined(draftFor(address), words.value)
      words.addEventListener('input', () => keepDraft(address, words.value), { signal })
    }
    words.addEventListener('input', () => void attempt(() => completeNames(words)), { signal })
    form.addEventListener('submit', (event) => void this.#submit(event, form), { signal })
  }

  disconnectedCallback() {
    this.#leaving?.abort()
  }

  async #submit(event: SubmitEvent, form: HTMLFormElement) {
    if (this.#isLeftToBrowser) return noteSent(addressOf(form), '#c-')
    event.preventDefault()
    if (form.ariaBusy) return
    form.ariaBusy = 'true'
    const button = event.submitter as HTMLButtonElement | null
    const fields = [...new FormData(form, button)].map(([name, value]) => [name, String(value)])
    const done = await (button?.name ? preview : post)(form, new URLSearchParams(fields)).catch(() => sayLost(form))
    form.ariaBusy = null
    this.#isLeftToBrowser = !done
    if (!done) form.requestSubmit(button)
  }
}

customElements.define('writing-form', WritingForm)

/** What completes names is loaded with the first @ that is written. */
async function completeNames(words: HTMLTextAreaElement) {
  if (!words.value.includes('@') || words.nextElementSibling?.localName === NAME_COMPLETION) return
  await import('./name-completion.ts')
  if (words.nextElementSibling?.localName !== NAME_COMPLETION) words.after(document.createElement(NAME_COMPLETION))
}

/** The path to which a form sends. */
export function addressOf(form: HTMLFormElement): string {
  return new URL(form.action).pathname
}

export function wordsIn(form: HTMLFormElement): HTMLTextAreaElement {
  return form.querySelector('textarea')!
}

/** Puts a quotation where the caret is. */
export function insertBlock(form: HTMLFormElement, block: string): void {
  const words = wordsIn(form)
  const { text, caret } = withBlock(words.value, words.selectionEnd, block)
  words.value = text
  words.setSelectionRange(caret, caret)
  words.focus()
  words.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What the server put into the form comes after what was kept, unless it is there already. */
function joined(draft: string, given: string): string {
  if (given === '' || draft.includes(given.trim())) return draft
  return draft === '' ? given : `${draft.trimEnd()}\n\n${given}`
}

/** Whether the words were taken; what is wrong with them the server's own page says. */
async function post(form: HTMLFormElement, body: URLSearchParams): Promise<boolean> {
  const answer = await sent(form, body, { accept: 'application/json' })
  const { location: place } = await answer.json()
  if (!place) return false
  forgetDraft(addressOf(form))
  location.assign(place)
  return true
}

/** Whether the server could say how the words will look. */
async function preview(form: HTMLFormElement, body: URLSearchParams): Promise<boolean> {
  const answer = await sent(form, body)
  const shown = fragmentOf(await answer.text()).querySelector('.reply form')
  if (!shown) return false
  show(form, shown.querySelectorAll('.error'), shown.querySelectorAll('.preview'))
  wordsIn(form).ariaInvalid = form.querySelector('.error') && 'true'
  form.querySelector('.preview, .error')?.scrollIntoView({ block: 'nearest' })
  return true
}

function sent(form: HTMLFormElement, body: URLSearchParams, headers: HeadersInit = {}) {
  return fetch(form.action, { method: 'POST', body, headers, signal: AbortSignal.timeout(LONGEST_MS) })
}

/** That nobody answers; the form's key lets it be sent again. */
function sayLost(form: HTMLFormElement): true {
  const error = document.createElement('p')
  error.className = 'error'
  error.role = 'alert'
  error.textContent = form.parentElement!.dataset.lost!
  show(form, [error], form.querySelectorAll('.preview'))
  return true
}

function show(form: HTMLFormElement, errors: Iterable<Node>, previews: Iterable<Node>) {
  const field = wordsIn(form).closest('.field')!
  for (const old of form.querySelectorAll('.preview, .error')) old.remove()
  field.before(...previews)
  field.after(...errors)
}
