import { foldedWord } from './fold-word.ts'

/** All forms that a pattern stands for: words by spaces, `a(b|c|)` for each ending, `~` for those of an adjective. */
export function formsOf(pattern: string, adjective = ''): string[] {
  return pattern
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => expanded(word.replace('~', `(${adjective})`)))
}

function expanded(word: string): string[] {
  const open = /^(.*?)\(([^)]*)\)(.*)$/.exec(word)
  if (!open) return [foldedWord(word)]
  const [, before, endings, after] = open
  return endings!.split('|').flatMap((ending) => expanded(`${before}${ending}${after}`))
}
