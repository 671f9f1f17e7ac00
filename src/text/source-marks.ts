import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it'

export const SOURCE_MARK_KINDS = ['claim', 'quote'] as const
export type SourceMarkKind = (typeof SOURCE_MARK_KINDS)[number]

/** What a passage of an article is marked as, and the key by which its rows are found. */
export interface SourceMark {
  kind: SourceMarkKind
  key: string
}

/** A mark of a text, as it is numbered there. */
export interface NumberedMark extends SourceMark {
  /** From 1, in the order in which what is marked is first read. */
  number: number
  /** Which of the passages that bear this mark. */
  place: number
}

const KEY = '[a-z0-9][a-z0-9-]{0,39}'
/** What follows the words that are marked. */
export const SOURCE_MARK = new RegExp(String.raw`\{(claim|quote) (${KEY})\}`)
const TAG = new RegExp(SOURCE_MARK.source, 'y')
const WHOLE_KEY = new RegExp(`^${KEY}$`)
const OPENING_BRACKET = 0x5b

/** Whether this can name a claim or a quote in a text: small Latin letters, digits and hyphens, at most 40. */
export function isMarkKey(text: string): boolean {
  return WHOLE_KEY.test(text)
}

/** Lets `[words]{claim key}` and `[words]{quote key}` mark a passage, which leads to the note that says where it comes from. */
export function sourceMarks(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'source_mark', mark)
  md.core.ruler.push('source_mark_numbers', numbered)
  md.renderer.rules.source_mark_open = (tokens, index) => {
    const { kind, number, place } = markOf(tokens[index]!)
    return `<span class="${kind === 'claim' ? 'claimed' : 'quoted'}" id="${placeName(number, place)}">`
  }
  md.renderer.rules.source_mark_close = (tokens, index) => {
    const { number } = markOf(tokens[index]!)
    return `</span><sup class="note source"><a href="#s-${number}" role="doc-noteref">${number}</a></sup>`
  }
}

/** Where a marked passage stands on its page. */
export function placeName(number: number, place: number): string {
  return place > 1 ? `m-${number}-${place}` : `m-${number}`
}

/** Whether a link leads from a marked passage to its note, as only we make them. */
export function leadsToSource(href: string): boolean {
  return /^#s-\d{1,6}$/.test(href)
}

export function isPlaceName(id: string): boolean {
  return /^m-\d{1,6}(?:-\d{1,6})?$/.test(id)
}

/** The mark that a token opens or closes. */
export function markOf({ meta }: Token): NumberedMark {
  return meta as NumberedMark & Record<string, unknown>
}

/** The marks of a text, in the order in which they are read. */
export function marksIn(tokens: readonly Token[]): NumberedMark[] {
  return tokens.flatMap(({ children }) => (children ?? []).filter(opens).map(markOf))
}

/** The same words with a mark around them, as they are typed. */
export function marked(words: string, { kind, key }: SourceMark): string {
  return `[${words}]{${kind} ${key}}`
}

/** @NOTE most brackets open no mark, and a text without `]{` has none. */
function mark(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== OPENING_BRACKET || lastTag(state) < pos) return false
  const end = state.md.helpers.parseLinkLabel(state, pos)
  if (end < 0) return false
  TAG.lastIndex = end + 1
  const [tag, kind, key] = TAG.exec(src) ?? []
  const words = src.slice(pos + 1, end)
  if (tag === undefined || words === '' || words.trim() !== words || end + 1 + tag.length > posMax) return false
  if (!silent) {
    const meta = { kind: kind as SourceMarkKind, key: key! }
    state.push('source_mark_open', 'span', 1).meta = meta
    state.pos = pos + 1
    state.posMax = end
    state.md.inline.tokenize(state)
    state.push('source_mark_close', 'span', -1).meta = meta
  }
  state.pos = end + 1 + tag.length
  state.posMax = posMax
  return true
}

const lastTags = new WeakMap<StateInline, number>()

function lastTag(state: StateInline): number {
  const known = lastTags.get(state)
  if (known !== undefined) return known
  const found = state.src.lastIndexOf(']{')
  lastTags.set(state, found)
  return found
}

function opens({ type }: Token): boolean {
  return type === 'source_mark_open'
}

function numbered({ tokens }: StateCore): void {
  const seen = new Map<string, { number: number; places: number }>()
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (!opens(token)) continue
    const mark = markOf(token)
    const name = `${mark.kind} ${mark.key}`
    const known = seen.get(name) ?? { number: seen.size + 1, places: 0 }
    seen.set(name, known)
    Object.assign(mark, { number: known.number, place: ++known.places })
  }
}
