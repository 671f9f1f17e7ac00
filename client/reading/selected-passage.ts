import type { Quoted } from '../shared/quotation-block.ts'

/** Words that the reader has selected, in one comment or in the article. */
export interface SelectedPassage extends Quoted {
  /** The comment's entry; null for the article. */
  entry: HTMLElement | null
  /** The element whose words they are. */
  element: HTMLElement
  range: Range
  /** More is not taken as one quotation. */
  isTooLong: boolean
}

const LONGEST = 8_000

/** The passage in which the selection stands; undefined when it holds no words, or words of several. */
export function selectedPassage(): SelectedPassage | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0).cloneRange()
  const element = elementAt(range.startContainer)?.closest<HTMLElement>('.entry .words, .review .body')
  if (!element || !endsWithin(element, range)) return
  const words = elementAt(range.startContainer)!.closest('.quotation, .translation')
    ? ''
    : wordsOf(range.cloneContents())
  if (words === '') return
  const entry = element.closest<HTMLElement>('.entry')
  return {
    words,
    element,
    range,
    entry,
    isTooLong: [...words].length > LONGEST,
    ...(entry ? ofComment(entry) : ofEdition()),
  }
}

function elementAt(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}

/** @NOTE Three clicks select up to the beginning of what follows a paragraph; as long as no words are there, it is cut off. */
function endsWithin(element: Element, range: Range): boolean {
  if (element.contains(range.endContainer)) return true
  const beyond = range.cloneRange()
  beyond.setStartAfter(element)
  range.setEnd(element, element.childNodes.length)
  return beyond.toString().trim() === ''
}

function ofComment(entry: HTMLElement) {
  const [name, label] = ['.author', '.number'].map(
    (part) => entry.querySelector(`:scope > .comment ${part}`)?.textContent,
  )
  return { attribution: `${name}, ${label}`, path: `/c/${entry.id.slice(2)}` }
}

function ofEdition() {
  return { attribution: document.querySelector('h1')!.textContent, path: decodeURIComponent(location.pathname) }
}

const BLOCK = /^(P|LI|UL|OL|BLOCKQUOTE|FIGURE|FIGCAPTION|H[1-6]|PRE|HR|T[DH]|SECTION)$/
/** What leads from words to a note and back is no part of them. */
const LEADS = '.quotation, sup.note, a.back, .opened-note'

/** The words as text, blocks with an empty line between them; what they quote is not among them. */
function wordsOf(selected: DocumentFragment): string {
  const lines = textOf(selected)
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^ (?! )/gm, '')
  return lines.replace(/\n{3,}/g, '\n\n').trim()
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.parentElement?.closest('pre') ? node.data : node.data.replace(/\s+/g, ' ')
  if (node.nodeName === 'BR') return '\n'
  if (node instanceof Element && node.matches(LEADS)) return node.matches('.quotation') ? '\n\n' : ''
  const inner = [...node.childNodes].map(textOf).join('')
  return BLOCK.test(node.nodeName) ? `\n\n${inner}\n\n` : inner
}
