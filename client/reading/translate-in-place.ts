import './common.ts'
import { fragmentOf } from '../shared/trusted.ts'
import { ENTRY_SHOWN, idOf, ownPart } from './entry.ts'

/** So many comments are asked for at a time, and in all by one press. */
const AT_ONCE = 20
const MOST = 60

interface Laid {
  translation: HTMLElement
  /** The words over which it is laid, and how they stood. */
  words: HTMLElement
  said: string
}

const laid = new WeakMap<Element, Laid>()

/** Follows a link to the translation of a comment, or of all on the page that its reader does not understand, where it stands. */
export async function translateInPlace(discussion: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  if (link.ariaBusy) return
  tend(discussion)
  link.ariaBusy = 'true'
  try {
    await translate(discussion, link)
  } finally {
    link.ariaBusy = null
  }
}

async function translate(discussion: HTMLElement, link: HTMLAnchorElement) {
  const entry = link.closest<HTMLElement>('.entry')
  const entries = entry ? [entry] : offered(discussion).slice(0, MOST)
  if (document.cookie.includes('parley-translates=browser') || link.dataset.by === 'browser')
    return byBrowser(entries, link)
  if (entry) return void lay(discussion, await asked(link, {}), link)
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const comments = entries
      .slice(at, at + AT_ONCE)
      .map(idOf)
      .join('.')
    if (!lay(discussion, await asked(link, { comments }), link)) return
  }
  link.hidden = offered(discussion).length === 0
}

async function byBrowser(entries: readonly HTMLElement[], link: HTMLAnchorElement) {
  const { translatedHere } = await import('./translated-here.ts')
  for (const entry of entries) {
    const own = offerIn(entry) ?? link
    const { translation, said } = await translatedHere(entry, own.href)
    if (translation) layOver(entry, translation)
    if (said) return tell(link, said)
  }
}

/** The entries that are offered to be translated and are not yet. */
function offered(discussion: HTMLElement): HTMLElement[] {
  return [...discussion.querySelectorAll<HTMLElement>('.entry')].filter((entry) => offerIn(entry) && !laid.has(entry))
}

function offerIn(entry: Element): HTMLAnchorElement | null {
  return entry.querySelector<HTMLAnchorElement>(':scope > .comment > .acts > .translate:not([hidden])')
}

interface Answer {
  translations?: { id: number; html: string }[]
  said?: string | null
  /** What is wrong, where nothing came. */
  detail?: string
}

/** @NOTE what is no answer of ours lets the link lead where it would without script. */
async function asked({ href }: HTMLAnchorElement, fields: Record<string, string>): Promise<Answer> {
  const { pathname, searchParams } = new URL(href)
  const body = new URLSearchParams({ language: searchParams.get('language') ?? '', ...fields })
  const answer = await fetch(pathname, { method: 'POST', body, headers: { accept: 'application/json' } })
  return answer.json()
}

/** Answers whether to go on. */
function lay(discussion: HTMLElement, { translations = [], said, detail }: Answer, link: HTMLAnchorElement): boolean {
  for (const { id, html } of translations) {
    const entry = discussion.querySelector(`#c-${id}`)
    const translation = fragmentOf(html).querySelector<HTMLElement>('.translation')
    if (entry && translation) layOver(entry, translation)
  }
  const wrong = detail ?? said
  if (wrong) tell(link, wrong)
  return !wrong
}

function layOver(entry: Element, translation: HTMLElement) {
  const words = ownPart(entry).querySelector<HTMLElement>('.words')
  if (!words || laid.has(entry)) return
  words.after(translation)
  words.hidden = true
  offerIn(entry)?.toggleAttribute('hidden', true)
  laid.set(entry, { translation, words, said: words.innerHTML })
  translation.querySelector('.original')?.addEventListener('click', (event) => {
    event.preventDefault()
    turn(laid.get(entry)!, event.currentTarget as HTMLElement)
  })
}

/** Shows the other of both. */
function turn({ translation, words }: Laid, link: HTMLElement) {
  const shown = translation.querySelector<HTMLElement>('.words')!
  shown.hidden = !shown.hidden
  words.hidden = !shown.hidden
  const { again = '' } = link.dataset
  link.dataset.again = link.textContent
  link.textContent = again
}

/** Says beside the link what was wrong. */
function tell(link: HTMLAnchorElement, words: string) {
  const said = document.createElement('p')
  said.className = 'quiet said-of-translation'
  said.role = 'status'
  const after = link.closest('.acts') ?? link.closest('.tools') ?? link
  if (after.nextElementSibling?.matches('.said-of-translation')) after.nextElementSibling.remove()
  after.after(said)
  said.textContent = words
}

const tended = new WeakSet<HTMLElement>()

/** Where a comment is shown anew with the same words, its translation stays over them; with other words, or none, it goes. */
function tend(discussion: HTMLElement) {
  if (tended.has(discussion)) return
  tended.add(discussion)
  discussion.addEventListener(ENTRY_SHOWN, ({ target }) => {
    const entry = target as Element
    const known = laid.get(entry)
    if (!known) return
    const words = ownPart(entry).querySelector<HTMLElement>('.words')
    if (words && words !== known.words && words.innerHTML === known.said) {
      words.hidden = known.words.hidden
      laid.set(entry, { ...known, words })
    } else if (words !== known.words) {
      known.translation.remove()
      laid.delete(entry)
    }
    if (laid.has(entry)) offerIn(entry)?.toggleAttribute('hidden', true)
  })
}
