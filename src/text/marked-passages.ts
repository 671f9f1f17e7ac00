import type { Token } from 'markdown-it'
import { articleTokens } from './article-html.ts'
import { type PlainBlock, plainBlocks, plainOf, wordsOf } from './plain.ts'
import { type Stretch, selectorOf, type TextQuoteSelector } from './quote-selectors.ts'
import { markOf, type NumberedMark } from './source-marks.ts'
import type { PictureNamed } from './text-pictures.ts'

/** A marked passage: its mark, its words with what is around them, and where they begin in the plain text. */
export interface MarkedPassage extends NumberedMark {
  selector: TextQuoteSelector
  /** In UTF-16. */
  start: number
}

/** The passages of an article's text that are marked, in the order in which they are read. */
export function markedPassages(
  body: string,
  pictureNamed?: PictureNamed,
): { plain: string; passages: MarkedPassage[] } {
  if (!mayBeMarked(body)) return { plain: '', passages: [] }
  const tokens = articleTokens(body, pictureNamed)
  const plain = plainOf(tokens)
  const passages = plainBlocks(tokens).flatMap((block) =>
    stretchesIn(block).map(({ mark, start, end }) => {
      return { ...mark, start, selector: selectorOf(plain, { start, end }) }
    }),
  )
  return { plain, passages }
}

/** Whether a text can have marks at all. */
export function mayBeMarked(body: string): boolean {
  return body.includes(']{')
}

interface MarkedStretch extends Stretch {
  mark: NumberedMark
}

/** The marks of a block, of which those within another come after it. */
function stretchesIn({ token, start }: PlainBlock): MarkedStretch[] {
  const found = stretchesOf(token.children ?? [])
  return found.map((one) => ({ ...one, start: one.start + start, end: one.end + start }))
}

function stretchesOf(children: readonly Token[]): MarkedStretch[] {
  const found: MarkedStretch[] = []
  const open: MarkedStretch[] = []
  let text = ''
  for (const child of children) {
    if (child.type === 'source_mark_open') {
      const one = { mark: markOf(child), start: text.length, end: text.length }
      found.push(one)
      open.push(one)
    } else if (child.type === 'source_mark_close') open.pop()!.end = text.length
    else text += wordsOf(child)
  }
  const cut = text.length - text.trimStart().length
  const most = text.trim().length
  const kept = (at: number) => Math.min(Math.max(at - cut, 0), most)
  return found.map((one) => ({ ...one, start: kept(one.start), end: kept(one.end) })).filter(hasWords)
}

function hasWords({ start, end }: Stretch): boolean {
  return end > start
}
