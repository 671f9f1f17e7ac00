import { createRequire } from 'node:module'
import type { diffArrays } from 'diff'
import { lazy } from '../kit/lazy.ts'

const require = createRequire(import.meta.url)
const library = lazy((): { diffArrays: typeof diffArrays } => require('diff'))

/** A run of words, and whether the other text has it, too. */
export interface Run {
  words: string
  isChanged: boolean
}

/** Two texts beside each other, line by line; an empty side has no such line. */
export interface ChangedLine {
  before: readonly Run[]
  after: readonly Run[]
  isChanged: boolean
}

/** Beyond so many changes two lines have nothing to do with each other. */
const MOST_EDITS = 1_000
const WORDS = /\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+|\s+|[^\s\p{L}\p{N}]/gu

/** What became of a text, by words. */
export function wordChanges(before: string, after: string): ChangedLine[] {
  const parts = library().diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_EDITS })
  if (!parts) return paired(linesOf(before), linesOf(after))
  return parts.flatMap((part, index) => {
    if (part.added) return parts[index - 1]?.removed ? [] : paired([], part.value)
    if (!part.removed) return part.value.map(same)
    const next = parts[index + 1]
    return paired(part.value, next?.added ? next.value : [])
  })
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

function same(words: string): ChangedLine {
  const run = [{ words, isChanged: false }]
  return { before: run, after: run, isChanged: false }
}

function paired(before: readonly string[], after: readonly string[]): ChangedLine[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => ({
    ...withinLine(before[at], after[at]),
    isChanged: true,
  }))
}

function withinLine(before: string | undefined, after: string | undefined): Pick<ChangedLine, 'before' | 'after'> {
  const whole = (words: string | undefined): Run[] => (words ? [{ words, isChanged: true }] : [])
  if (!before || !after) return { before: whole(before), after: whole(after) }
  const parts = library().diffArrays(before.match(WORDS) ?? [], after.match(WORDS) ?? [], { maxEditLength: MOST_EDITS })
  if (!parts?.some(({ added, removed }) => !added && !removed)) return { before: whole(before), after: whole(after) }
  const runs = (side: 'added' | 'removed') =>
    parts
      .filter((part) => part[side] || (!part.added && !part.removed))
      .map((part) => ({ words: part.value.join(''), isChanged: part[side] }))
  return { before: runs('removed'), after: runs('added') }
}
