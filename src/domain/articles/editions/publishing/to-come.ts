import type { EditionWords } from '../edition.ts'

/** Where an editor has left "TK", to come: something is still to be written there. */
export interface ToCome {
  part: keyof EditionWords
  /** From 1. */
  line: number
  /** What stands around it. */
  excerpt: string
}

const TK = /(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])/u
const PARTS = ['title', 'standfirst', 'pictureAlt', 'pictureCaption', 'words'] as const
const AROUND = 24

/** The first place that waits for words; undefined where none does. */
export function toCome(edition: EditionWords): ToCome | undefined {
  for (const part of PARTS) {
    const lines = edition[part].split('\n')
    const index = lines.findIndex((line) => TK.test(line))
    if (index >= 0) return { part, line: index + 1, excerpt: excerptOf(lines[index]!) }
  }
  return
}

function excerptOf(line: string): string {
  const at = line.search(TK)
  const [start, end] = [Math.max(0, at - AROUND), Math.min(line.length, at + AROUND)]
  return `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`
}
