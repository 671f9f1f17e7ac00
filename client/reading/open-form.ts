import './common.ts'
import { attempt } from '../shared/attempt.ts'
import { draftFor, keepDraft } from '../shared/drafts.ts'
import { quotationBlock, withBlock } from '../shared/quotation-block.ts'
import { fragmentOf } from '../shared/trusted.ts'
import { addressOf, insertBlock, wordsIn } from '../shared/writing-form.ts'
import type { SelectedPassage } from './selected-passage.ts'

/** The form that is open on the page, the box around it, and the link that opened it. */
interface OpenForm {
  form: HTMLFormElement
  box: Element
  link: HTMLAnchorElement
}

const REPLY = '.acts a[href*="/reply"]'
const QUOTE = '.acts a[href*="/reply?quote"]'
const JOIN = '.join-in a'

let open: OpenForm | undefined
let opening = false

/** Follows a link to reply, to quote or to join, whose form opens where it stands. */
export async function follow(link: HTMLAnchorElement): Promise<void> {
  if (!link.matches(QUOTE)) return openAt(link)
  const passage = await passageIn(link.closest('.entry'))
  if (passage) return quote(passage)
  if (!open) return openAt(link)
  const { form } = open
  const box = await boxAt(link.href)
  if (box) insertBlock(form, wordsIn(box.querySelector('form')!).value.trimEnd())
  else location.assign(link.href)
}

/** Quotes selected words: into the open form at its caret, or into one that opens for the passage. */
export async function quote(passage: SelectedPassage): Promise<void> {
  const block = quotationBlock(passage)
  if (open) return insertBlock(open.form, block)
  const { entry } = passage
  const link = (entry ?? document).querySelector<HTMLAnchorElement>(entry ? REPLY : JOIN)
  if (link) await openAt(link, block)
}

/** The words that are selected in an entry; undefined where they are elsewhere, or none. */
async function passageIn(entry: Element | null) {
  if (getSelection()?.isCollapsed !== false) return
  const { selectedPassage } = await import('./quote-selection.ts')
  const passage = selectedPassage()
  return passage?.entry === entry && !passage?.isTooLong ? passage : undefined
}

/** Opens the form to which a link leads, under its comment or at the discussion's end, with a quotation where one is given. */
async function openAt(link: HTMLAnchorElement, block = ''): Promise<void> {
  if (opening) return
  opening = true
  const box = await boxAt(link.href)
  opening = false
  if (box) put(box, link, block)
  else leaveBy(link, block)
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
  if (open && addressOf(open.form) === addressOf(form)) return wordsIn(open.form).focus()
  close()
  const entry = link.closest('.entry')
  if (entry) entry.firstElementChild!.after(box)
  else joinIn()?.before(box)
  joinIn()?.toggleAttribute('hidden', !entry)
  open = { form, box, link }
  box.addEventListener('keydown', closeByEscape)
  box.querySelector('.buttons a')?.addEventListener('click', cancel)
  if (box.querySelector('proof-of-work')) void attempt(() => import('./proof-of-work.ts'))
  const words = wordsIn(form)
  words.focus()
  words.setSelectionRange(words.value.length, words.value.length)
  if (block) insertBlock(form, block)
}

/** Stands where the form for a new thread will. */
function joinIn() {
  return document.querySelector('.join-in')
}

/** Goes where the link leads; words already chosen for the form wait there as its draft. */
function leaveBy(link: HTMLAnchorElement, block: string) {
  const address = sendsTo(link)
  const draft = draftFor(address)
  if (block) keepDraft(address, withBlock(draft, draft.length, block).text)
  location.assign(link.href)
}

function sendsTo({ pathname }: HTMLAnchorElement): string {
  const { article } = document.getElementById('discussion')!.dataset
  return pathname.endsWith('/reply') ? pathname.replace(/y$/, 'ies') : `/a/${article}/comments`
}

function closeByEscape(event: Event) {
  const { key, isComposing } = event as KeyboardEvent
  if (key === 'Escape' && !isComposing) close()?.link.focus()
}

/** What was typed stays behind as a draft. */
function cancel(event: Event) {
  event.preventDefault()
  close()?.link.focus()
}

function close() {
  const closed = open
  closed?.box.remove()
  open = undefined
  joinIn()?.removeAttribute('hidden')
  return closed
}
