import type { Token } from 'markdown-it'
import { articleTokens } from './article-html.ts'
import { commentTokens } from './comment-html.ts'
import { plainParagraphs } from './plain-paragraphs.ts'
import type { PictureNamed } from './text-pictures.ts'

/** The words of a comment without any marks; those that it quotes live in their own rows and are not among them. */
export function plainComment(words: string): string {
  const paragraphs = plainParagraphs(words)?.filter((block) => typeof block === 'string')
  return paragraphs
    ? paragraphs.map((paragraph) => paragraph.replaceAll('\n', ' ')).join('\n\n')
    : parsedPlainComment(words)
}

/** The same by way of the parser, whatever the words are. */
export function parsedPlainComment(words: string): string {
  return plainOf(commentTokens(words))
}

/** The words of an article without any marks. */
export function plainArticle(body: string, pictureNamed?: PictureNamed): string {
  return plainOf(articleTokens(body, pictureNamed))
}

/** Each block's words, one blank line between them, with the numbers that a page shows before items of lists. */
export function plainOf(tokens: readonly Token[]): string {
  return plainBlocks(tokens)
    .map(({ words }) => words)
    .join(BETWEEN)
}

const BETWEEN = '\n\n'

/** A block's words, and where the token's own begin in the whole. */
export interface PlainBlock {
  token: Token
  words: string
  start: number
}

/** The blocks of which `plainOf` is put together. */
export function plainBlocks(tokens: readonly Token[]): PlainBlock[] {
  const numbers = listNumbers()
  const blocks: PlainBlock[] = []
  let at = 0
  for (const token of tokens) {
    const own = token.type === 'inline' ? inlineWords(token.children ?? []) : codeWords(token)
    const words = numbers(token, own)
    if (words === '') continue
    blocks.push({ token, words, start: at + words.length - own.length })
    at += words.length + BETWEEN.length
  }
  return blocks
}

/** Puts the number of an item before its first words; an item without words has none. */
function listNumbers(): (token: Token, words: string) => string {
  const lists: (number | undefined)[] = []
  let before = ''
  return (token, words) => {
    const { type } = token
    if (type === 'ordered_list_open') lists.push(Number(token.attrGet('start') ?? 1))
    else if (type === 'bullet_list_open') lists.push(undefined)
    else if (type === 'footnote_block_open') lists.push(1)
    else if (type.endsWith('_list_close')) lists.pop()
    else if (type === 'list_item_open' || type === 'footnote_open') before += numberOf(lists)
    else if (type === 'list_item_close') before = ''
    if (words === '') return ''
    const numbered = before + words
    before = ''
    return numbered
  }
}

function numberOf(lists: (number | undefined)[]): string {
  const number = lists.at(-1)
  if (number === undefined) return ''
  lists[lists.length - 1] = number + 1
  return `${number}. `
}

function inlineWords(children: Token[]): string {
  return children.map(wordsOf).join('').trim()
}

/** What an inline token says. */
export function wordsOf({ type, content }: Token): string {
  if (type === 'hardbreak') return '\n'
  if (type === 'softbreak') return ' '
  return content
}

function codeWords({ type, content }: Token): string {
  return type === 'fence' || type === 'code_block' ? content.trimEnd() : ''
}
