import type { StateBlock, StateCore, Token } from 'markdown-it'
import { ourMarkdown } from './markdown.ts'
import { plainParagraphs } from './plain-paragraphs.ts'
import { readLine } from './quotation-markers.ts'
import { sanitisedComment } from './sanitise.ts'

/** The HTML of a comment's stored words, with `<q-slot n="N"></q-slot>` where its Nth quotation stands. */
export function commentHtml(words: string): string {
  return plainParagraphs(words)?.map(blockHtml).join('') ?? parsedCommentHtml(words)
}

function blockHtml(block: string | number): string {
  return typeof block === 'string' ? `<p>${block}</p>\n` : `<q-slot n="${block}"></q-slot>\n`
}

/** The same by way of the parser, whatever the words are. */
export function parsedCommentHtml(words: string): string {
  return htmlOf(commentTokens(words))
}

/** The HTML of a comment's Markdown tokens, past the second wall. */
export function htmlOf(tokens: Token[]): string {
  return sanitisedComment(markdown.renderer.render(tokens, markdown.options, {}))
}

/** The Markdown tokens of a comment's stored words. */
export function commentTokens(words: string): Token[] {
  const slots = new Map<number, number>()
  const lines = words.split('\n').map((stored, line) => {
    const read = readLine(stored)
    if (typeof read === 'string') return read
    slots.set(line, read)
    return stored
  })
  return markdown.parse(lines.join('\n'), { slots })
}

const markdown = ourMarkdown()
markdown.block.ruler.before('too_deep', 'quotation_slot', quotationSlot, {
  alt: ['paragraph', 'reference', 'blockquote', 'list'],
})
markdown.core.ruler.push('headings_as_paragraphs', headingsAsParagraphs)
markdown.core.ruler.push('links_of_readers', linksOfReaders)
markdown.renderer.rules.quotation_slot = (tokens, index) =>
  `<q-slot${markdown.renderer.renderAttrs(tokens[index]!)}></q-slot>\n`

/** Only lines that the stored words themselves mark are slots; text that looks alike is text. */
function quotationSlot(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const { slots } = state.env
  const slot: unknown = slots instanceof Map ? slots.get(startLine) : undefined
  if (typeof slot !== 'number') return false
  if (silent) return true
  const token = state.push('quotation_slot', 'q-slot', 0)
  token.attrs = [['n', slot]]
  token.map = [startLine, startLine + 1]
  state.line = startLine + 1
  return true
}

/** A comment is no chapter: its headings are strong paragraphs, outside the outline of the page. */
function headingsAsParagraphs({ tokens, Token: New }: StateCore): void {
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') return
    token.type = token.type.replace('heading', 'paragraph')
    token.tag = 'p'
    const inline = tokens[index + 1]
    if (token.nesting < 0 || !inline?.children?.length) return
    inline.children = [new New('strong_open', 'strong', 1), ...inline.children, new New('strong_close', 'strong', -1)]
  })
}

function linksOfReaders({ tokens }: StateCore): void {
  for (const child of tokens.flatMap((token) => token.children ?? [])) {
    if (child.type === 'link_open') child.attrSet('rel', 'nofollow ugc')
  }
}
