import type { PageLine } from './page-lines.ts'

/** The runs of lines between blank ones. */
export function paragraphsOf(lines: readonly PageLine[]): PageLine[][] {
  const paragraphs: PageLine[][] = [[]]
  for (const line of lines) {
    if (line.text === '') paragraphs.push([])
    else paragraphs.at(-1)?.push(line)
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}
