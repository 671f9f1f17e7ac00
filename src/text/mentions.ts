import type { Token } from 'markdown-it'
import { paths } from '../addresses/paths.ts'
import { graphemesOf } from '../kit/segmenting.ts'

/** Which person each name stands for, by the name as it was written. */
export type Mentioned = ReadonlyMap<string, number>

/** Mentions in one comment whose names are looked for. */
const MOST_MENTIONS = 10
const LONGEST_NAME = 60

/** Scripts in which words, or a name and what is said of it, are written without a space between. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]`
const LETTER = String.raw`[\p{L}\p{N}\p{M}\p{Join_Control}_]`
const NAME = String.raw`${LETTER}+(?:[\-‐‑.'’ʼ]${LETTER}+)*`
/** In double or single ones, or those of Chinese and Japanese; an apostrophe between letters is of the name. */
const QUOTED = String.raw`["“”„‟«»](?<double>[^"“”„‟«»\n]{1,${LONGEST_NAME}})["“”‟«»]|['‘’‚‛‹›](?<single>(?:[^'‘’‚‛‹›\n]|(?<=\p{L})['’](?=\p{L})){1,${LONGEST_NAME}})['‘’‛‹›]|[「『](?<corner>[^「『」』\n]{1,${LONGEST_NAME}})[」』]`
/** Messengers put a name that they copy between marks of direction. */
const ASIDE = String.raw`[\u200e\u200f\u2066-\u2069]?`
/**
 * `@name`, or `@"a name with spaces"` in the quotation marks that a keyboard puts. An address such as ada@example.org, or of
 * another server, @ada@example.org, is none: the last group says so.
 */
const MENTION = new RegExp(
  String.raw`(?<![[\p{L}\p{N}\p{M}_@＠\/.\-]--${UNSPACED}])(?<at>[@＠]${ASIDE})(?:${QUOTED}|(?<plain>${NAME}))(?<server>[@＠][\p{L}\p{N}])?`,
  'gv',
)

interface Mention {
  start: number
  /** What may be the name, the longest first, and where each ends in the text. */
  readings: { name: string; end: number }[]
}

/** The names that may be mentioned in a comment's words, each once; in links and code there are none. */
export function namesIn(tokens: readonly Token[]): string[] {
  const texts = textsWithMark(tokens)
  const mentions = texts.flatMap(({ content }) => mentionsIn(content))
  const different = [...new Map(mentions.map((mention) => [mention.readings[0]!.name, mention])).values()]
  const names = different.slice(0, MOST_MENTIONS).flatMap(({ readings }) => readings.map(({ name }) => name))
  return [...new Set(names)]
}

/** Makes links of the mentions that stand for somebody; their words are the name, without the marks that it was typed in. */
export function mentionsLinked(tokens: readonly Token[], mentioned: Mentioned): Token[] {
  return tokens.map((token) => {
    if (!token.children || mentioned.size === 0) return token
    const children = withMentions(token.children, mentioned)
    return Object.assign(Object.create(Object.getPrototypeOf(token)), token, { children })
  })
}

function withMentions(children: Token[], mentioned: Mentioned): Token[] {
  const texts = new Set(textsOutsideLinks(children))
  return children.flatMap((child) => (texts.has(child) ? linked(child, mentioned) : [child]))
}

/** Which people these words mention, of those who bear the names in them. */
export function peopleIn<Id extends number>(tokens: readonly Token[], mentioned: ReadonlyMap<string, Id>): Id[] {
  const texts = textsWithMark(tokens)
  const meant = texts.flatMap(({ content }) =>
    mentionsIn(content).flatMap((mention) => meantBy(mention, mentioned) ?? []),
  )
  return [...new Set(meant.map(({ id }) => id))]
}

/** Words without the names that some mentions bear, `@…` in their place. */
export function withoutMentions(words: string, isMeant: (name: string) => boolean): string {
  let [kept, end] = ['', 0]
  for (const { start, readings } of mentionsIn(words)) {
    const meant = readings.find(({ name }) => isMeant(name))
    if (!meant) continue
    kept += `${words.slice(end, start)}@…`
    end = meant.end
  }
  return kept + words.slice(end)
}

const LINK = /<a href="\/people\/(\d+)"[^>]*>@([^<]*)<\/a>/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Whom the links of a comment's HTML lead to, by the names that stand in them. */
export function mentionedIn(html: string): Map<string, number> {
  const links = [...html.matchAll(LINK)].map(([, id, name]) => [plain(name!), Number(id)] as const)
  return new Map(links)
}

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
}

/** @NOTE the mark can be written as an entity. */
const MARKED = /[@＠&]/

function textsWithMark(tokens: readonly Token[]): Token[] {
  const marked = tokens.filter(({ content, children }) => children && MARKED.test(content))
  return marked.flatMap(({ children }) => textsOutsideLinks(children!))
}

function mentionsIn(content: string): Mention[] {
  if (!/[@＠]/.test(content)) return []
  return [...content.matchAll(MENTION)].flatMap(({ 0: whole, groups, index }) => {
    const { at, double, single, corner, plain, server } = groups!
    if (server !== undefined) return []
    if (plain !== undefined) return [{ start: index, readings: readingsOf(plain, index + at!.length) }]
    const name = (double ?? single ?? corner)!.trim()
    return name === '' ? [] : [{ start: index, readings: [{ name, end: index + whole.length }] }]
  })
}

const BOUNDARY = new RegExp(String.raw`(?=[\-‐‑'’ʼ]|_+$|\.[\p{Lu}\p{Lo}])|(?<=${UNSPACED})|(?=${UNSPACED})`, 'gv')

/** A name may end before what is hung on to it: "Ada’s", "Ada-like", "Adaさん". Which of them is meant depends on which names there are. */
function readingsOf(plain: string, start: number): Mention['readings'] {
  const whole = new Set(Array.from(graphemesOf(plain), ({ index }) => index))
  const ends = [...plain.matchAll(BOUNDARY)].map(({ index }) => index).filter((end) => end > 0 && whole.has(end))
  const lengths = new Set([...ends, plain.length].filter((end) => end <= LONGEST_NAME))
  const readings = [...lengths]
    .toSorted((a, b) => b - a)
    .map((end) => ({ name: plain.slice(0, end), end: start + end }))
  return readings.length > 0 ? readings : [{ name: plain.slice(0, LONGEST_NAME + 1), end: start + LONGEST_NAME + 1 }]
}

function meantBy<Id extends number>({ readings }: Mention, mentioned: ReadonlyMap<string, Id>) {
  for (const reading of readings) {
    const id = mentioned.get(reading.name)
    if (id !== undefined) return { ...reading, id }
  }
  return undefined
}

function textsOutsideLinks(children: readonly Token[]): Token[] {
  let links = 0
  return children.filter(({ type }) => {
    links += type === 'link_open' ? 1 : type === 'link_close' ? -1 : 0
    return type === 'text' && links === 0
  })
}

function linked(text: Token, mentioned: Mentioned): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const mention of mentionsIn(text.content)) {
    const meant = meantBy(mention, mentioned)
    if (!meant) continue
    tokens.push(...worded(text, text.content.slice(end, mention.start)), ...link(text, `@${meant.name}`, meant.id))
    end = meant.end
  }
  return [...tokens, ...worded(text, text.content.slice(end))]
}

function link(like: Token, words: string, id: number): Token[] {
  const [open, close] = [made(like, 'link_open', 'a', 1), made(like, 'link_close', 'a', -1)]
  open.attrs = [['href', paths.person(id)]]
  return [open, ...worded(like, words), close]
}

function worded(like: Token, content: string): Token[] {
  if (content === '') return []
  const text = made(like, 'text', '', 0)
  text.content = content
  return [text]
}

function made(like: Token, type: string, tag: string, nesting: -1 | 0 | 1): Token {
  const New = like.constructor as new (...parts: [string, string, -1 | 0 | 1]) => Token
  return new New(type, tag, nesting)
}
