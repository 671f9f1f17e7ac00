import type { StateCore, Token } from 'markdown-it'
import { pictureName } from './picture-names.ts'

/** Where a picture in the text is, and how large. */
export interface TextPicture {
  src: string
  srcset: string
  width: number
  height: number
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

/** The picture that is all of a paragraph. */
export function pictureAlone(tokens: readonly Token[], index: number): Token | undefined {
  const [before, inline, after] = tokens.slice(Math.max(0, index - 1), index + 2)
  if (before?.type !== 'paragraph_open' || after?.type !== 'paragraph_close' || inline?.children?.length !== 1) return
  const [only] = inline.children
  return only?.type === 'image' ? only : undefined
}

function isAround(state: StateCore, tokens: readonly Token[], index: number, pictureNamed: PictureNamed): boolean {
  const { type } = tokens[index]!
  if (type !== 'paragraph_open' && type !== 'paragraph_close') return false
  const inline = type === 'paragraph_open' ? index + 1 : index - 1
  return figureOf(state, tokens, inline, pictureNamed) !== undefined
}

function figureOf(state: StateCore, tokens: readonly Token[], index: number, pictureNamed: PictureNamed) {
  const image = pictureAlone(tokens, index)
  const picture =
    image && tokens[index]!.level === 1 ? pictureNamed(pictureName(String(image.attrGet('src'))) ?? '') : undefined
  if (!image || !picture) return
  const { md, env, Token: New } = state
  const part = (type: string, tag: string, nesting: -1 | 0 | 1, attrs: Token['attrs'] = null) => {
    const token = new New(type, tag, nesting)
    token.block = true
    token.attrs = attrs
    token.level = tag === 'figure' ? 0 : 1
    token.map = tokens[index]!.map
    return token
  }
  const words = md.renderer.renderInlineAsText(image.children ?? [], md.options, env)
  const drawn = part('picture', 'img', 0, [
    ['src', picture.src],
    ['srcset', picture.srcset],
    ['sizes', SIZES],
    ['width', `${picture.width}`],
    ['height', `${picture.height}`],
    ['alt', words],
    ['loading', 'lazy'],
    ['decoding', 'async'],
  ])
  return [
    part('figure_open', 'figure', 1, [['class', 'picture']]),
    drawn,
    ...captionOf(String(image.attrGet('title') ?? ''), part, New),
    part('figure_close', 'figure', -1),
  ]
}

function captionOf(
  caption: string,
  part: (type: string, tag: string, nesting: -1 | 0 | 1) => Token,
  New: StateCore['Token'],
) {
  if (caption === '') return []
  const inline = part('inline', '', 0)
  const text = new New('text', '', 0)
  text.content = caption
  inline.content = caption
  inline.children = [text]
  return [part('figcaption_open', 'figcaption', 1), inline, part('figcaption_close', 'figcaption', -1)]
}
