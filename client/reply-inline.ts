import { draftFor, forgetDraft, keepDraft } from './drafts.ts'
import { quotationBlock, withBlock } from './quotation-block.ts'
import { type SelectedPassage, selectedPassage } from './selected-passage.ts'
import { fragmentOf } from './trusted.ts'
import { addressOf, insertBlock, tendWritingForm, wordsIn } from './writing-form.ts'

/** The one form that is open on the page, and the link that opened it. */
interface Opened {
  form: HTMLFormElement
  link: HTMLAnchorElement
  box: Element
}

let opened: Opened | undefined
let opening = false

/** Lets the links to reply, to quote and to join open their forms where they stand. */
export function startReplyInline(discussion: HTMLElement): void {
  discussion.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>(LINKS)
    if (!link || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void follow(link)
  })
  discussion.addEventListener('mousedown', (event) => {
    const entry = (event.target as Element).closest?.(QUOTE)?.closest('.entry')
    if (entry && selectedPassage()?.entry === entry) event.preventDefault()
  })
}

/** Quotes selected words: into the open form at its caret, or into one that opens for the passage. */
export async function quote(passage: SelectedPassage): Promise<void> {
  const block = quotationBlock(passage)
  if (opened) return insertBlock(opened.form, block)
  const link = (passage.entry ?? document).querySelector<HTMLAnchorElement>(passage.entry ? REPLY : JOIN)
  if (link) await open(link, block)
}

const REPLY = '.acts a[href*="/reply"]'
const QUOTE = '.acts a[href*="/reply?quote"]'
const JOIN = '.join-in a'
const LINKS = `${REPLY}, .join, ${JOIN}`

async function follow(link: HTMLAnchorElement) {
  const isQuote = link.matches(QUOTE)
  const passage = isQuote ? selectedPassage() : undefined
  if (passage && passage.entry === link.closest('.entry')) return quote(passage)
  if (!isQuote || !opened) return open(link)
  const box = await boxAt(link.href)
  if (box) insertBlock(opened.form, wordsIn(box.querySelector('form')!).value.trimEnd())
  else location.assign(link.href)
}

async function open(link: HTMLAnchorElement, block = '') {
  if (opening) return
  opening = true
  try {
    const box = await boxAt(link.href)
    if (box) put(box, link, block)
    else leaveBy(link, block)
  } finally {
    opening = false
  }
}

/** The form that a page of the server holds; undefined where it asks to sign in first, or does not answer. */
async function boxAt(href: string): Promise<Element | undefined> {
  const answer = await fetch(href, { redirect: 'manual' }).catch(() => undefined)
  if (!answer?.ok) return
  const page = fragmentOf(await answer.text())
  const box = page.querySelector('.reply')
  box?.querySelector('form')?.setAttribute('aria-label', page.querySelector('h1')?.textContent ?? '')
  return box ?? undefined
}

function put(box: Element, link: HTMLAnchorElement, block: string) {
  const form = box.querySelector('form')!
  if (opened && addressOf(opened.form) === addressOf(form)) return wordsIn(opened.form).focus()
  close()
  const entry = link.closest('.entry')
  if (entry) entry.firstElementChild!.after(box)
  else joinIn()?.before(box)
  joinIn()?.toggleAttribute('hidden', !entry)
  opened = { form, link, box }
  tendWritingForm(form)
  box.addEventListener('keydown', closeByEscape)
  box.querySelector('.buttons a')?.addEventListener('click', cancel)
  const words = wordsIn(form)
  words.focus()
  words.setSelectionRange(words.value.length, words.value.length)
  if (block) insertBlock(form, block)
}

function joinIn() {
  return document.querySelector('.join-in')
}

/** Goes where the link leads; words already chosen for the form wait there as its draft. */
function leaveBy(link: HTMLAnchorElement, block: string) {
  if (block) {
    const address = sendsTo(link)
    const draft = draftFor(address)
    keepDraft(address, withBlock(draft, draft.length, block).text)
  }
  location.assign(link.href)
}

function sendsTo({ pathname }: HTMLAnchorElement): string {
  const { article } = document.getElementById('discussion')!.dataset
  return pathname.endsWith('/reply') ? pathname.replace(/y$/, 'ies') : `/a/${article}/comments`
}

function closeByEscape(event: Event) {
  const { key, isComposing } = event as KeyboardEvent
  if (key !== 'Escape' || isComposing) return
  const link = opened?.link
  close()
  link?.focus()
}

function cancel(event: Event) {
  event.preventDefault()
  if (!opened) return
  const { form, link } = opened
  close()
  forgetDraft(addressOf(form))
  link.focus()
}

function close() {
  opened?.box.remove()
  opened = undefined
  joinIn()?.removeAttribute('hidden')
}
