import type { Token } from 'markdown-it'
import { articleTokens } from './article-html.ts'
import { commentTokens } from './comment-html.ts'
import { plainParagraphs } from './plain-paragraphs.ts'

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
export function plainArticle(body: string): string {
  return plainOf(articleTokens(body))
}

/** Each block's words, one blank line between them. */
export function plainOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.type === 'inline' ? inlineWords(token.children ?? []) : codeWords(token)))
    .filter((words) => words !== '')
    .join('\n\n')
}

function inlineWords(children: Token[]): string {
  return children.map(wordsOf).join('').trim()
}

function wordsOf({ type, content }: Token): string {
  if (type === 'hardbreak') return '\n'
  if (type === 'softbreak') return ' '
  return content
}

function codeWords({ type, content }: Token): string {
  return type === 'fence' || type === 'code_block' ? content.trimEnd() : ''
}
