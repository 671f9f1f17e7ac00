import { fragmentOf } from '../shared/trusted.ts'

/** An edition beside its original: keys go from paragraph to paragraph, and what is saved is shown in its place. */
class TranslationDesk extends HTMLElement {
  /** The fields of which the gate is being asked, and those that were changed meanwhile. */
  #asked = new Map<HTMLTextAreaElement, boolean>()
  #leaving: AbortController | undefined

  connectedCallback() {
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    for (const keys of this.querySelectorAll<HTMLElement>('.keys')) keys.hidden = false
    this.addEventListener('keydown', (event) => this.#key(event), { signal })
    this.addEventListener('input', (event) => void this.#typed(event.target), { signal })
    this.addEventListener('submit', (event) => this.#submit(event), { signal })
    addEventListener('beforeunload', (event) => this.#isTyped() && event.preventDefault(), { signal })
  }

  disconnectedCallback() {
    this.#leaving?.abort()
  }

  #key(event: KeyboardEvent) {
    const field = event.target
    if (!(field instanceof HTMLTextAreaElement) || event.isComposing) return
    const { key, code, altKey, shiftKey } = event
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void this.#save(field.form!, shiftKey ? 'reviewed' : 'save', true)
    } else if (altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault()
      const fields = this.#fields()
      fields[fields.indexOf(field) + (key === 'ArrowDown' ? 1 : -1)]?.focus()
    } else if (altKey && code === 'KeyO') {
      event.preventDefault()
      field.value = field.closest('.pair')!.querySelector('.of-original .markdown')?.textContent ?? ''
    }
  }

  /** @NOTE asks at once; of what is typed while an answer is awaited it asks once more. */
  async #typed(field: EventTarget | null) {
    if (!(field instanceof HTMLTextAreaElement)) return
    const isAsked = this.#asked.has(field)
    this.#asked.set(field, isAsked)
    if (isAsked) return
    do {
      this.#asked.set(field, false)
      await this.#check(field)
    } while (this.#asked.get(field))
    this.#asked.delete(field)
  }

  /** What the gate says of words that are not sent yet. */
  async #check(field: HTMLTextAreaElement) {
    const [form, words] = [field.form!, field.value]
    const body = new URLSearchParams({ wording: String(new FormData(form).get('wording')), words })
    body.set('language', document.documentElement.lang)
    const answer = await fetch(this.dataset.check!, { method: 'POST', body }).catch(() => undefined)
    if (!answer?.ok || field.value !== words || !field.isConnected) return
    const [pair, found] = [field.closest('.pair'), fragmentOf(await answer.text()).querySelector('.misses')]
    if (!pair || !found) return
    pair.querySelector('.misses')?.remove()
    pair.querySelector('.pair-state')!.after(document.adoptNode(found))
  }

  #submit(event: SubmitEvent) {
    const form = event.target as HTMLFormElement
    if (!form.closest('.pair')) return
    event.preventDefault()
    const { name } = event.submitter as HTMLButtonElement
    void this.#save(form, name === 'reviewed' ? 'reviewed' : 'save', false)
  }

  async #save(form: HTMLFormElement, how: 'save' | 'reviewed', goesOn: boolean) {
    if (form.ariaBusy === 'true') return
    form.ariaBusy = 'true'
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    if (how === 'reviewed') body.set('reviewed', '1')
    const answer = await fetch(form.action, { method: 'POST', body }).catch(() => undefined)
    form.ariaBusy = null
    if (!answer?.ok) return this.#sendPlainly(form, how)
    this.#shown(form, fragmentOf(await answer.text()), goesOn)
  }

  /** What was refused is told by the page of its own, which keeps what was typed. */
  #sendPlainly(form: HTMLFormElement, how: 'save' | 'reviewed') {
    this.#leaving?.abort()
    if (how === 'reviewed') {
      const pressed = Object.assign(document.createElement('input'), { type: 'hidden', name: 'reviewed', value: '1' })
      form.append(pressed)
    }
    form.submit()
  }

  /** Takes the saved paragraph and what is said above it from the page as it is now; what is typed elsewhere stays. */
  #shown(form: HTMLFormElement, page: DocumentFragment, goesOn: boolean) {
    const pair = form.closest<HTMLElement>('.pair')!
    const id = pair.querySelector('textarea')!.id
    const next = this.#fields()
      .slice(this.#fields().findIndex((field) => field.id === id) + 1)
      .find(isOpen)
    const anew = page.getElementById(id)?.closest('.pair')
    for (const place of ['.share', '.unsaved']) {
      const [here, there] = [document.querySelector(place), page.querySelector(place)]
      if (here && there) here.replaceWith(document.adoptNode(there))
      else if (there) document.querySelector('.share')!.before(document.adoptNode(there))
    }
    if (anew) pair.replaceWith(document.adoptNode(anew))
    const field = goesOn && next ? next : document.querySelector<HTMLTextAreaElement>(`#${id}`)
    field?.focus()
  }

  #fields(): HTMLTextAreaElement[] {
    return [...this.querySelectorAll<HTMLTextAreaElement>('.pair textarea')]
  }

  #isTyped(): boolean {
    return this.#fields().some((field) => field.value !== field.defaultValue)
  }
}

function isOpen(field: HTMLTextAreaElement): boolean {
  return field.closest<HTMLElement>('.pair')!.dataset.state !== 'reviewed'
}

customElements.define('translation-desk', TranslationDesk)
