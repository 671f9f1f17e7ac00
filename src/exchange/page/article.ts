import { atLine } from '../kit/lines.ts'
import type { Account } from './account.ts'
import { type Byline, bylineFrom } from './byline.ts'
import { literal } from './literal.ts'
import { oneLine, type PageLine, textOf } from './page-lines.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { Profile } from './profiles/profile.ts'

export interface CapturedArticle {
  title: string
  standfirst: string | null
  /** The picture's caption: such pages show it as the title repeated. */
  caption: string | null
  /** The body as plain text; line breaks inside a paragraph are kept. */
  paragraphs: string[]
  /** The body as Markdown that shows the same text. */
  words: string
  bylines: Byline[]
}

/** The name of the publication and its article, from the lines above the one that asks to sign in. */
export function articleFrom(
  lines: readonly PageLine[],
  profile: Profile,
  account: Account,
): { publication: string; article: CapturedArticle } {
  const { text, bylines } = withoutTail(lines, profile, account)
  const [name, heading, ...rest] = paragraphsOf(text)
  const title = heading ? oneLine(heading) : ''
  const startsWithTitle = () => rest[0] !== undefined && oneLine(rest[0]) === title
  const standfirst = rest.length < 2 || startsWithTitle() ? undefined : rest.shift()
  const caption = startsWithTitle() ? rest.shift() : undefined
  if (!name || rest.length === 0) {
    throw atLine(lines.length + 1, 'above it there should be the name of the publication, a title, and an article.')
  }
  for (const line of text) account.take(line)
  const paragraphs = rest.map(textOf)
  const article = {
    title,
    standfirst: standfirst ? oneLine(standfirst) : null,
    caption: caption ? oneLine(caption) : null,
    paragraphs,
    words: paragraphs.map(literal).join('\n\n'),
    bylines,
  }
  return { publication: oneLine(name), article }
}

/** Cuts off the bylines and the furniture below the body; without a byline the body ends at the first furniture. */
function withoutTail(lines: readonly PageLine[], profile: Profile, account: Account) {
  const isFurniture = (line: PageLine) => profile.furniture.some((pattern) => pattern.test(line.text))
  const end = bodyEnd(lines, profile) ?? lines.findIndex(isFurniture)
  const tail = end < 0 ? [] : lines.slice(end)
  const bylines: Byline[] = []
  for (const line of tail) {
    const byline = bylineFrom(line.text, profile)
    if (byline) bylines.push(byline)
    if (byline || line.text === '') account.take(line)
    else if (isFurniture(line)) account.leave(line)
    else account.report(line, 'It stands below the article, is no known furniture, and is left out.')
  }
  return { text: lines.slice(0, lines.length - tail.length), bylines }
}

/** Where the run of bylines begins that stands last. */
function bodyEnd(lines: readonly PageLine[], profile: Profile): number | undefined {
  const isByline = (line: PageLine | undefined) => line !== undefined && bylineFrom(line.text, profile) !== undefined
  let start = lines.findLastIndex(isByline)
  if (start < 0) return undefined
  for (let above = start - 1; isByline(lines[above]) || lines[above]?.text === ''; above--) {
    if (isByline(lines[above])) start = above
  }
  return start
}
