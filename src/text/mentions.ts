import type { Token } from 'markdown-it'
import { paths } from '../addresses/paths.ts'

/** Which person each name stands for, by the name as it was written. */
export type Mentioned = ReadonlyMap<string, number>

/** Names in one comment that are looked for. */
const MOST_NAMES = 10
/** `@name`, or `@"a name with spaces"`; an address such as ada@example.org is none. */
const MENTION = /(?<![\p{L}\p{N}\p{M}_@/.-])@(?:"([^"\n]{1,60})"|([\p{L}\p{N}\p{M}_]+(?:[-.'’][\p{L}\p{N}\p{M}_]+)*))/gu

/** The names mentioned in a comment's words, each once; in links and code there are none. */
export function namesIn(tokens: readonly Token[]): string[] {
  const texts = tokens.flatMap((token) => textsOutsideLinks(token.children ?? []))
  const names = texts.flatMap(({ content }) => [...content.matchAll(MENTION)].map(nameOf))
  return [...new Set(names)].slice(0, MOST_NAMES)
}

/** Makes links of the mentions that stand for somebody; their words are the name, without the marks that it was typed in. */
export function withMentions(children: Token[], mentioned: Mentioned): Token[] {
  const texts = new Set(textsOutsideLinks(children))
  return children.flatMap((child) => (texts.has(child) ? linked(child, mentioned) : [child]))
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
  for (const match of text.content.matchAll(MENTION)) {
    const id = mentioned.get(nameOf(match))
    if (id === undefined) continue
    tokens.push(...worded(text, text.content.slice(end, match.index)), ...link(text, `@${nameOf(match)}`, id))
    end = match.index + match[0].length
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

function nameOf([, quoted, plain]: RegExpExecArray | RegExpMatchArray): string {
  return quoted ?? plain!
}
