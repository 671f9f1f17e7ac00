import type { StateCore, Token } from 'markdown-it'

/** With which a title may end that an address names; after an address that stands alone on its line there is no sentence to end. */
const LAST_OF_TITLE = /^(?:!+|\.{3})$/

/** Takes into a bare address that is alone on its line the marks that are left after it, as in "…/wiki/Yahoo!". */
export function addressesAlone({ tokens, md }: StateCore): void {
  for (const { children } of tokens)
    for (const [at, rest] of (children?.some(isBare) ? children : []).entries()) {
      const [before, open, words, close] = [-4, -3, -2, -1].map((step) => children![at + step])
      if (!isBare(open) || close?.type !== 'link_close' || !LAST_OF_TITLE.test(rest.content.trim())) continue
      if (!endsLine(before) || !endsLine(children![at + 1]) || !/[\p{L}\p{N}]$/u.test(words!.content)) continue
      open.attrSet('href', `${open.attrGet('href')}${rest.content.trim()}`)
      words!.content += md.normalizeLinkText(rest.content.trim())
      rest.content = ''
    }
}

function isBare(token: Token | undefined): token is Token {
  return token?.type === 'link_open' && token.markup === 'linkify'
}

function endsLine(token: Token | undefined) {
  return (
    !token ||
    token.type === 'softbreak' ||
    token.type === 'hardbreak' ||
    (token.type === 'text' && token.content === '')
  )
}
