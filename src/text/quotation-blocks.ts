import { passageAt, pathOfPassage, type QuotedPassage } from '../addresses/quoted-passage.ts'
import { bareMarkdown } from './markdown.ts'
import { guarded, markerOf, readLine } from './quotation-markers.ts'

/** One quotation as it is typed: `> words`, then `> — [attribution](passage)`. */
export interface QuotationBlock {
  slot: number
  words: string
  attribution: string
  of: QuotedPassage
}

/** Takes the canonical quotations out of typed words and leaves a marker for each; `expand` gives the same typed words back. */
export function collect(typed: string): { words: string; blocks: QuotationBlock[] } {
  const lines = typed.split('\n')
  const blocks: QuotationBlock[] = []
  const kept: string[] = []
  let next = 0
  for (const [start, end] of topLevelQuotes(typed)) {
    const block = endsInBlankLine(lines, end) && blockOf(lines.slice(start, end), blocks.length + 1)
    if (!block) continue
    blocks.push(block)
    kept.push(...lines.slice(next, start).map(guarded), markerOf(block.slot))
    next = end
  }
  return { words: [...kept, ...lines.slice(next).map(guarded)].join('\n'), blocks }
}

/** The words as they were typed, each marker replaced by its quotation. */
export function expand(
  words: string,
  blocks: readonly Pick<QuotationBlock, 'slot' | 'words' | 'attribution' | 'of'>[],
): string {
  const bySlot = new Map(blocks.map((block) => [block.slot, block]))
  return words
    .split('\n')
    .map((line) => {
      const read = readLine(line)
      if (typeof read === 'string') return read
      const block = bySlot.get(read)
      return block ? quotationBlock(block) : line
    })
    .join('\n')
}

/** A quotation in the one form that `collect` takes for one. It needs a blank line or the end of the words below it. */
export function quotationBlock({ words, attribution, of }: Omit<QuotationBlock, 'slot'>): string {
  return [...words.split('\n').map((line) => `> ${line}`), `> — [${attribution}](${pathOfPassage(of)})`].join('\n')
}

const blocksOnly = bareMarkdown().disable(['inline', 'text_join'])

/** How every blockquote begins that stands in nothing else. */
const QUOTE = /^ {0,3}>/m

/** The line ranges of blockquotes that stand in no list, code or other quote. */
function topLevelQuotes(typed: string): [start: number, end: number][] {
  if (!QUOTE.test(typed)) return []
  return blocksOnly
    .parse(typed, {})
    .flatMap(({ type, level, map }) => (type === 'blockquote_open' && level === 0 && map ? [map] : []))
}

function endsInBlankLine(lines: string[], end: number): boolean {
  return (lines[end] ?? '').trim() === ''
}

const LAST_LINE = /^> — \[(.+)\]\((\/[^()\s]+)\)$/s

function blockOf(lines: string[], slot: number): QuotationBlock | undefined {
  const [matched, attribution = '', path = ''] = LAST_LINE.exec(lines.at(-1) ?? '') ?? []
  const of = passageAt(path)
  if (matched === undefined || of === undefined) return
  const words = lines
    .slice(0, -1)
    .map((line) => line.slice('> '.length))
    .join('\n')
  const block = { slot, words, attribution, of }
  return words.trim() !== '' && quotationBlock(block) === lines.join('\n') ? block : undefined
}
