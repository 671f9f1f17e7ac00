import type { Account } from './account.ts'
import type { CapturedArticle } from './article.ts'
import type { Block } from './blocks.ts'
import type { Entry } from './entries.ts'
import { type PageLine, textOf } from './page-lines.ts'
import { openShelf, type Shelf } from './phrase-index.ts'
import { type Passage, quotedPassage } from './quoted-passage.ts'
import { unquoted } from './unquoted.ts'
import { wordCount } from './word-count.ts'

export interface CapturedQuotation {
  /** The N of `[[quotation:N]]` in the comment's words, from 1. */
  slot: number
  /** The quoted words as the quoting comment has them. */
  words: string
  /** Null where the words stand in no earlier passage, or in several with nothing to tell which. */
  of: Passage | null
  /** The name in the quote marker; null where it names nobody, and for a paragraph that was not marked. */
  attributedTo: string | null
  marked: boolean
  /** The number of the line where it begins. */
  line: number
}

/** A comment's words in turn: its author's own, and quotations. */
export type EntryPart = { kind: 'own'; lines: PageLine[] } | { kind: 'quotation'; quotation: CapturedQuotation }

/** An unmarked paragraph counts as a quotation from so many words on. */
export const FEWEST_UNMARKED = 8

/** Finds the quotations among each entry's blocks; it goes through the comments as they were posted, so that only earlier ones are quoted. */
export function quotationsIn(
  entries: readonly Entry[],
  blocks: readonly Block[][],
  article: CapturedArticle,
  account: Account,
): EntryPart[][] {
  const index = openShelf<Passage>()
  index.add({ article: true }, [article.title, article.standfirst ?? '', ...article.paragraphs].join('\n'))
  const found: EntryPart[][] = entries.map(() => [])
  for (const by of asPosted(entries)) {
    const parts = partsOf(blocks[by] ?? [], (block) => quotationFrom(block, by, entries, index, account))
    index.add({ entry: by }, ownWords(parts))
    found[by] = parts
  }
  return found
}

type Found = Omit<CapturedQuotation, 'slot'>

function partsOf(blocks: readonly Block[], quotationFrom: (block: Block) => Found | undefined): EntryPart[] {
  let slot = 0
  return blocks.map((block) => {
    const found = quotationFrom(block)
    if (!found) return { kind: 'own', lines: block.lines }
    return { kind: 'quotation', quotation: { slot: ++slot, ...found } }
  })
}

function quotationFrom(
  block: Block,
  by: number,
  entries: readonly Entry[],
  index: Shelf<Passage>,
  account: Account,
): Found | undefined {
  const { words, candidates } = soughtOn(index, textOf(block.lines))
  if (block.kind === 'marked') {
    const { attributedTo, marker } = block
    const of = quotedPassage({ words, by, attributedTo }, candidates, entries) ?? null
    return { words, of, attributedTo, marked: true, line: marker.number }
  }
  const first = block.lines[0]
  if (!first || candidates.length === 0 || wordCount(words) < FEWEST_UNMARKED) return undefined
  const of = quotedPassage({ words, by, attributedTo: null }, candidates, entries)
  if (of) return { words, of, attributedTo: null, marked: false, line: first.number }
  account.report(first, 'The paragraph stands in several earlier comments; it is taken as words, not as a quotation.')
  return undefined
}

/** The words and where they stand; where they stand nowhere, without the quotation marks around them. */
function soughtOn(index: Shelf<Passage>, words: string): { words: string; candidates: Passage[] } {
  const asWritten = index.holding(words)
  if (asWritten.length > 0) return { words, candidates: asWritten }
  const bare = unquoted(words)
  const candidates = bare === words ? [] : index.holding(bare)
  return { words: candidates.length > 0 ? bare : words, candidates }
}

/** The character that Unicode has for an object among words; no quoted words go across it. */
const QUOTATION_HERE = '\u{fffc}'

function ownWords(parts: readonly EntryPart[]): string {
  return parts.map((part) => (part.kind === 'own' ? textOf(part.lines) : QUOTATION_HERE)).join('\n')
}

/** The indexes by time; a reply never comes before its parent, whatever the clocks said. */
function asPosted(entries: readonly Entry[]): number[] {
  const moments: number[] = []
  for (const { parent, postedAt } of entries) {
    const parents = parent === null ? undefined : moments[parent]
    moments.push(Math.max(postedAt ?? -Infinity, parents ?? -Infinity))
  }
  return entries.map((_, index) => index).sort((a, b) => moments[a]! - moments[b]! || a - b)
}
