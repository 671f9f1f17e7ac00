import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { pictureName } from './picture-names.ts'

/** Where a picture in the text is, and how large. */
export interface TextPicture {
  src: string
  /** In WebP, and in AVIF. */
  srcset: string
  avif: string
  width: number
  height: number
  /** Whose it is, as it is said beside it. */
  credit?: string
}

/** Finds a picture by the name by which an article's text calls it. */
export type PictureNamed = (name: string) => TextPicture | undefined

const SIZES = '(min-width: 42rem) 38.25rem, 100vw'

/** Makes of a picture that is a paragraph of its own, and that the article has, a figure; what stands behind its address in quotation marks is its caption. */
export function textPictures(state: StateCore): void {
  const { pictureNamed = () => undefined } = state.env as { pictureNamed?: PictureNamed }
  state.tokens = state.tokens.flatMap((token, index, tokens) => {
    const figure = token.type === 'inline' && figureOf(state, tokens, index, pictureNamed)
    if (figure) return figure
    return isAround(state, tokens, index, pictureNamed) ? [] : [token]
  })
  for (const token of state.tokens)
    if (token.children) token.children = token.children.map((child) => asTyped(state, child))
}

/** What stands elsewhere, or is not there, stays as it was typed. */
function asTyped({ md, env, Token: New }: StateCore, child: Token): Token {
  const name = child.type === 'image' ? pictureName(String(child.attrGet('src'))) : undefined
  if (name === undefined) return child
  const text = new New('text', '', 0)
  text.content = `![${md.renderer.renderInlineAsText(child.children ?? [], md.options, env)}](${name})`
  return text
}

/** The picture that is all of a paragraph, and where it leads when it is a link; that is the still of a video. */
export function pictureAlone(tokens: readonly Token[], index: number): { image: Token; leadsTo?: string } | undefined {
  const [before, inline, after] = tokens.slice(Math.max(0, index - 1), index + 2)
  if (before?.type !== 'paragraph_open' || after?.type !== 'paragraph_close') return
  const [first, second, third, ...more] = inline?.children ?? []
  if (first?.type === 'image' && !second) return { image: first }
  if (first?.type !== 'link_open' || second?.type !== 'image' || third?.type !== 'link_close' || more.length > 0) return
  const leadsTo = String(first.attrGet('href'))
  return /^https?:/i.test(leadsTo) ? { image: second, leadsTo } : undefined
}

function isAround(state: StateCore, tokens: readonly Token[], index: number, pictureNamed: PictureNamed): boolean {
  const { type } = tokens[index]!
  if (type !== 'paragraph_open' && type !== 'paragraph_close') return false
  const inline = type === 'paragraph_open' ? index + 1 : index - 1
  return figureOf(state, tokens, inline, pictureNamed) !== undefined
}

function figureOf(state: StateCore, tokens: readonly Token[], index: number, pictureNamed: PictureNamed) {
  const alone = tokens[index]!.level === 1 ? pictureAlone(tokens, index) : undefined
  const picture = alone && pictureNamed(pictureName(String(alone.image.attrGet('src'))) ?? '')
  if (!picture) return
  const part = partsAt(state, tokens[index]!)
  const { image, leadsTo } = alone
  const caption = String(image.attrGet('title') ?? '')
  const drawn = drawnParts(state, image, picture, part)
  return [
    part('figure_open', 'figure', 1, [['class', leadsTo ? 'picture video' : 'picture']]),
    ...(leadsTo ? ledOn(drawn, leadsTo, part) : drawn),
    ...captionOf(caption, picture.credit ?? '', part, state.Token),
    part('figure_close', 'figure', -1),
  ]
}

type Part = ReturnType<typeof partsAt>

function partsAt({ Token: New }: StateCore, { map }: Token) {
  return (type: string, tag: string, nesting: -1 | 0 | 1, attrs: Token['attrs'] = null) => {
    const token = new New(type, tag, nesting)
    token.block = tag !== 'picture' && tag !== 'source' && tag !== 'img'
    token.attrs = attrs
    token.level = tag === 'figure' ? 0 : 1
    token.map = map
    return token
  }
}

function drawnParts({ md, env }: StateCore, image: Token, picture: TextPicture, part: Part): Token[] {
  const words = md.renderer.renderInlineAsText(image.children ?? [], md.options, env)
  const source = (type: string, srcset: string) =>
    part('picture_source', 'source', 0, [
      ['type', type],
      ['srcset', srcset],
      ['sizes', SIZES],
    ])
  const drawn = part('picture', 'img', 0, [
    ['src', picture.src],
    ['width', `${picture.width}`],
    ['height', `${picture.height}`],
    ['alt', words],
    ['loading', 'lazy'],
    ['decoding', 'async'],
  ])
  return [
    part('picture_open', 'picture', 1),
    source('image/avif', picture.avif),
    source('image/webp', picture.srcset),
    drawn,
    part('picture_close', 'picture', -1),
  ]
}

/** A video is where it is: the still leads there, and says where that is. */
function ledOn(drawn: Token[], address: string, part: Part): Token[] {
  const host = part('picture_words', 'span', 0, [['class', 'play']])
  host.content = new URL(address).host
  return [part('video_open', 'a', 1, [['href', address]]), ...drawn, host, part('video_close', 'a', -1)]
}

function captionOf(caption: string, credit: string, part: Part, New: StateCore['Token']): Token[] {
  if (caption === '' && credit === '') return []
  const inline = part('inline', '', 0)
  const text = new New('text', '', 0)
  text.content = caption
  inline.content = caption
  inline.children = caption ? [text] : []
  const whose = part('picture_words', 'span', 0, [['class', 'credit']])
  whose.content = credit
  return [
    part('figcaption_open', 'figcaption', 1),
    inline,
    ...(credit ? [whose] : []),
    part('figcaption_close', 'figcaption', -1),
  ]
}

/** What stands with a picture and is no part of the text, so that nobody quotes it. */
export function pictureWords(md: MarkdownIt): void {
  md.renderer.rules.picture_words = (tokens, index, _options, _env, renderer) => {
    const token = tokens[index]!
    return ` <span${renderer.renderAttrs(token)}>${md.utils.escapeHtml(token.content)}</span>`
  }
}
