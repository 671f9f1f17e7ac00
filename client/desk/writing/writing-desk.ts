import type { EditorView } from '@codemirror/view'
import type { Tool } from '../../../src/web/desk/writing/toolbar.ts'
import { fragmentOf } from '../../shared/trusted.ts'
import { walkByArrows } from './arrow-keys.ts'
import { forgetHere, type Kept, keepHere, keptHere, noteTypedSent, sendTyped } from './kept-typing.ts'
import { editorFor } from './markdown-editor.ts'
import { TOOLS } from './markdown-tools.ts'
import { filled, type Sentences, sentencesOf } from './sentences.ts'
import { wordsIn } from './word-count.ts'

/** So long after a change it is sent; and so often a browser says that it is still there. */
const REST_MS = 2_000
const HERE_MS = 30_000
const PREVIEW_MS = 400
/** So many characters go into an address. */
const LONGEST_QUOTE = 500
const FIELDS = ['base', 'title', 'standfirst', 'words', 'pictureAlt', 'pictureCaption'] as const

/** Where an edition is written: keeps what is typed, here and on the server, and shows beside it how it will look. */
class WritingDesk extends HTMLElement {
  #editor!: EditorView
  #sentences!: Sentences
  #leaving = new AbortController()
  #resting: ReturnType<typeof setTimeout> | undefined
  #counting: ReturnType<typeof setTimeout> | undefined
  #previewing: ReturnType<typeof setTimeout> | undefined
  #isChanged = false
  #hasTyped = false
  #isTaken = false
  #isSubmitted = false
  #sending: Promise<void> | undefined

  connectedCallback() {
    this.#leaving = new AbortController()
    this.#sentences = sentencesOf(this)
    const { signal } = this.#leaving
    const [form, words] = [this.#form, this.#words]
    this.#bringBack()
    const { lang, dir } = words
    this.#editor = editorFor(words, { label: this.#sentences.label, lang, dir, changed: () => this.#typed() })
    this.#bar.hidden = false
    walkByArrows(this.#bar, signal)
    this.#count()
    form.addEventListener('input', () => this.#typed(), { signal })
    form.addEventListener('submit', () => this.#submitted(), { signal, capture: true })
    this.#bar.addEventListener('click', (event) => this.#use(event.target as Element), { signal })
    addEventListener('online', () => void this.#send(), { signal })
    addEventListener('pagehide', () => this.#leave(), { signal })
    document.addEventListener('visibilitychange', () => document.hidden && void this.#send(), { signal })
    document.addEventListener('keydown', (event) => this.#key(event), { signal })
    const here = setInterval(() => void this.#send(true), HERE_MS)
    signal.addEventListener('abort', () => clearInterval(here))
  }

  disconnectedCallback() {
    this.#leaving.abort()
    this.#editor.destroy()
  }

  get #form() {
    return this.querySelector('form')!
  }

  get #words() {
    return this.querySelector<HTMLTextAreaElement>('textarea[name="words"]')!
  }

  get #bar() {
    return this.querySelector<HTMLElement>('.toolbar')!
  }

  #fields(): URLSearchParams {
    if (this.#editor) this.#words.value = this.#editor.state.doc.toString()
    const data = new FormData(this.#form)
    return new URLSearchParams(FIELDS.map((name) => [name, String(data.get(name) ?? '')]))
  }

  #kept(): [address: string, person: string] {
    return [this.dataset.copy!, this.dataset.person!]
  }

  /** What was typed while nobody answered, unless the server has gone on from there. */
  #bringBack() {
    const kept = keptHere(...this.#kept())
    if (!kept) return
    for (const name of FIELDS) {
      const field = this.#form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement
      field.value = kept.get(name) ?? ''
    }
    this.#isChanged = true
    this.#resting = setTimeout(() => void this.#send(), 0)
  }

  #typed() {
    this.#isChanged = true
    this.#hasTyped = true
    this.#sendSoon()
    clearTimeout(this.#counting)
    this.#counting = setTimeout(() => this.#count(), PREVIEW_MS)
    if (!this.#beside.hidden) this.#previewSoon()
  }

  #count() {
    const count = wordsIn(this.#editor.state.doc.toString())
    const told = new Intl.NumberFormat(document.documentElement.lang).format(count)
    this.#bar.querySelector('.counted')!.textContent = filled(this.#sentences.counted, told)
  }

  #sendSoon() {
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => void this.#send(), REST_MS)
  }

  /** One sending after the other; what is typed meanwhile goes with the next. */
  async #send(onlyHere = false): Promise<void> {
    if (this.#isTaken || this.#isSubmitted || (!this.#isChanged && !(onlyHere && this.#hasTyped && !document.hidden)))
      return
    if (this.#sending) return
    this.#isChanged = false
    const fields = this.#fields()
    keepHere(...this.#kept(), fields)
    this.#sending = sendTyped(this.dataset.copy!, fields).then((kept) => this.#told(kept))
    await this.#sending
    this.#sending = undefined
  }

  #told(kept: Kept) {
    const { offline, refused, kept: saved, taken, see, nobody } = this.#sentences
    const line = this.#bar.querySelector<HTMLElement>('.kept')!
    if (this.#isChanged || kept === 'offline') this.#sendSoon()
    if (kept === 'offline' || kept === 'refused') {
      this.#isChanged = true
      line.textContent = kept === 'offline' ? offline : refused
      return
    }
    if (!this.#isChanged) forgetHere(...this.#kept())
    if (kept.isKept) line.textContent = saved
    if (!kept.taken) return
    this.#isTaken = true
    forgetHere(...this.#kept())
    const onward = document.createElement('a')
    onward.href = kept.taken.at
    onward.textContent = see
    line.replaceChildren(filled(taken, kept.taken.by ?? nobody), ' ', onward)
  }

  #submitted() {
    this.#isSubmitted = true
    clearTimeout(this.#resting)
    keepHere(...this.#kept(), this.#fields())
    noteTypedSent(...this.#kept())
  }

  /** @NOTE a page that goes waits for no answer; what it sends last is small or stays in this browser. */
  #leave() {
    if (this.#isSubmitted || this.#isTaken || !this.#hasTyped) return
    const fields = this.#fields()
    fields.set('end', '1')
    if (this.#isChanged) keepHere(...this.#kept(), this.#fields())
    void fetch(this.dataset.copy!, {
      method: 'POST',
      body: fields,
      keepalive: fields.toString().length < 60_000,
    }).catch(() => {})
  }

  #key(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.getModifierState('AltGraph')) return
    const isNote = event.code === 'KeyM' && event.altKey
    if (!isNote && (event.key !== 's' || event.altKey)) return
    event.preventDefault()
    if (isNote) return this.#noteInMargin()
    this.#form.requestSubmit(this.#form.querySelector('button'))
  }

  /** Leads to the notes, where one about what is selected is begun. */
  #noteInMargin() {
    const { from, to } = this.#editor.state.selection.main
    const at = new URL(this.dataset.notes!, location.href)
    at.searchParams.set('quote', this.#editor.state.sliceDoc(from, to).trim().slice(0, LONGEST_QUOTE))
    at.hash = 'new-note'
    location.assign(at)
  }

  #use(pressed: Element) {
    const tool = pressed.closest<HTMLElement>('[data-tool]')?.dataset.tool as Tool | 'preview' | 'margin' | undefined
    if (!tool) return
    if (tool === 'preview') return this.#togglePreview()
    if (tool === 'margin') return this.#noteInMargin()
    TOOLS[tool](this.#editor)
    this.#editor.focus()
  }

  get #beside() {
    return this.querySelector<HTMLElement>('.beside-preview')!
  }

  #togglePreview() {
    const isShown = this.#beside.hidden !== false
    this.#beside.hidden = !isShown
    this.#bar.querySelector('[data-tool="preview"]')!.setAttribute('aria-pressed', String(isShown))
    this.closest('.writing')!.classList.toggle('previewed', isShown)
    if (isShown) void this.#preview()
  }

  #previewSoon() {
    clearTimeout(this.#previewing)
    this.#previewing = setTimeout(() => void this.#preview(), PREVIEW_MS)
  }

  async #preview() {
    const [address] = this.dataset.preview!.split('?')
    const answer = await fetch(address!, { method: 'POST', body: this.#fields() }).catch(() => undefined)
    if (!answer?.ok) return
    const { scrollTop } = this.#beside
    this.#beside.replaceChildren(fragmentOf(await answer.text()))
    this.#beside.scrollTop = scrollTop
  }
}

customElements.define('writing-desk', WritingDesk)
