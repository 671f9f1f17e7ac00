import type { StateCore, Token } from 'markdown-it'

const DASH = /^—\s+/

/** Makes each top-level blockquote whose last line is `— Speaker, role` a figure with that line as its caption. */
export function pullQuotes(state: StateCore): void {
  const tokens: Token[] = []
  let opened = 0
  for (const token of state.tokens) {
    tokens.push(token)
    if (token.level > 0) continue
    if (token.type === 'blockquote_open') opened = tokens.length - 1
    if (token.type === 'blockquote_close') tokens.push(...asFigure(state, tokens.splice(opened)))
  }
  state.tokens = tokens
}

function asFigure(state: StateCore, quote: Token[]): Token[] {
  const [paragraph, inline, end] = quote.slice(-4, -1)
  const lines = inline?.children
  if (paragraph?.type !== 'paragraph_open' || end?.type !== 'paragraph_close' || paragraph.level !== 1 || !lines)
    return quote
  const lastBreak = lines.findLastIndex(({ type }) => type === 'softbreak' || type === 'hardbreak')
  const caption = lines.slice(lastBreak + 1)
  if (!DASH.test(caption[0]?.content ?? '')) return quote
  const onItsOwn = lastBreak < 0
  if (onItsOwn && quote.length === 5) return quote
  if (onItsOwn) quote.splice(-4, 3)
  else inline.children = lines.slice(0, lastBreak)
  return [
    block(state, 'figure', 1, [['class', 'pull']]),
    ...quote,
    block(state, 'figcaption', 1),
    captionOf(state, caption),
    block(state, 'figcaption', -1),
    block(state, 'figure', -1),
  ].map((token, index, all) => {
    if (index > 0 && index < all.length - 1) token.level++
    return token
  })
}

function captionOf(state: StateCore, children: Token[]): Token {
  children[0]!.content = children[0]!.content.replace(DASH, '')
  const inline = block(state, '', 0)
  inline.type = 'inline'
  inline.children = children
  return inline
}

function block({ Token: New }: StateCore, tag: string, nesting: -1 | 0 | 1, attrs: Token['attrs'] = null): Token {
  const token = new New(nesting > 0 ? `${tag}_open` : `${tag}_close`, tag, nesting)
  token.block = true
  token.attrs = attrs
  return token
}
