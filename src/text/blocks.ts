import { articleTokens } from './article-html.ts'

/** The paragraphs of an article's Markdown, and whatever else stands between blank lines: each top-level block in its own words. */
export function blocksOf(body: string): string[] {
  const lines = body.split('\n')
  const blocks: string[] = []
  let next = 0
  for (const [start, end] of topLevel(body)) {
    if (start < next) continue
    blocks.push(...betweenBlankLines(lines.slice(next, start)), textOf(lines.slice(start, end)))
    next = end
  }
  return [...blocks, ...betweenBlankLines(lines.slice(next))].filter((block) => block !== '')
}

/** The Markdown of such blocks. */
export function bodyOf(blocks: readonly string[]): string {
  return blocks.join('\n\n')
}

function topLevel(body: string): [start: number, end: number][] {
  return articleTokens(body)
    .flatMap(({ level, nesting, map }) => (level === 0 && nesting >= 0 && map ? [map] : []))
    .toSorted(([a], [b]) => a - b)
}

/** What the parser makes no block of, as the notes at the foot and the addresses of links. */
function betweenBlankLines(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((text) => textOf(text.split('\n')))
}

function textOf(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}
