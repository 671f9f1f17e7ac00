import { literalsIn, withoutLiterals } from './facts/index.ts'

const BLOCK_SIGNS = /^(?:[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+)+/gm
const EMPHASIS = /(?<![\p{L}\p{N}])[*_~]{1,3}|[*_~]{1,3}(?![\p{L}\p{N}])/gu

/** What a paragraph says without the signs of Markdown, links and code. */
export function plainWords(markdown: string): string {
  return withoutLiterals(markdown, literalsIn(markdown)).replace(BLOCK_SIGNS, '').replace(EMPHASIS, '')
}
