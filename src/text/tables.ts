import type { MarkdownIt, Token } from 'markdown-it'

const ALIGNED = /^text-align:(left|center|right)$/

/** Tables, in a frame that scrolls by itself where the page is narrower; to where a column is set is told by a class. */
export function tables(md: MarkdownIt): void {
  md.enable('table')
  md.renderer.rules.table_open = (tokens, index) =>
    `<div class="table"${md.renderer.renderAttrs(tokens[index]!)} tabindex="0">\n<table>\n`
  md.renderer.rules.table_close = () => '</table>\n</div>\n'
  for (const cell of ['th', 'td'] as const) {
    md.renderer.rules[`${cell}_open`] = (tokens, index) => `<${cell}${aligned(tokens[index]!)}>`
  }
}

function aligned(token: Token): string {
  const [, side] = ALIGNED.exec(String(token.attrGet('style') ?? '')) ?? []
  if (side === 'center') return ' class="middle"'
  return side === 'right' ? ' class="end"' : ''
}
