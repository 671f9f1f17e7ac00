import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { mayLeadTo } from './links.ts'

const NAME = /^(?:[^/\\:?#]+\/)*[^/\\:?#]+\.(?:jpe?g|png|webp|avif)$/i
const UPWARDS = /(?:^|\/)\.\.?(?:\/|$)/

/** The name of a picture beside the text, where an address is one; it is decoded. */
export function pictureName(address: string): string | undefined {
  const name = decoded(address)
  return name !== undefined && NAME.test(name) && !UPWARDS.test(name) ? name : undefined
}

/** Lets pictures be called by their names; whatever else leads to such a name stands as it was typed. */
export function picturesByName(md: MarkdownIt): void {
  const may = md.validateLink.bind(md)
  md.validateLink = (address) => may(address) || pictureName(address) !== undefined
  md.core.ruler.push('names_are_no_addresses', (state) => {
    for (const token of state.tokens) if (token.children) token.children = spelledOut(state, token.children)
  })
}

function spelledOut(state: StateCore, children: Token[]): Token[] {
  let before = ''
  return children.map((child) => {
    const address = child.type === 'link_open' ? String(child.attrGet('href') ?? '') : ''
    if (address !== '' && !mayLeadTo(address)) {
      before = address
      return text(state, `[`)
    }
    if (child.type !== 'link_close' || before === '') return child
    const end = text(state, `](${before})`)
    before = ''
    return end
  })
}

function text({ Token: New }: StateCore, content: string): Token {
  const token = new New('text', '', 0)
  token.content = content
  return token
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address)
  } catch {
    return
  }
}
