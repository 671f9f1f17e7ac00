import { atLine } from '../kit/lines.ts'
import type { Account } from './account.ts'
import { INDENT_STEP, numberedLike, type Opening, openingAt } from './openings.ts'
import type { PageLine } from './page-lines.ts'
import { openPlaces, type ThreadPlace } from './places.ts'
import type { Profile } from './profiles/profile.ts'
import { timeAt } from './times.ts'

/** An entry as the list has it: a comment, or a tombstone without author, time and body. */
export interface Entry extends ThreadPlace {
  author: string | null
  postedAt: number | null
  tombstone: boolean
  body: PageLine[]
  /** The number of the line where it begins. */
  line: number
}

/** Grows the numbered, indented list into entries in the order of the page, a parent always before its replies. */
export function entriesFrom(lines: readonly PageLine[], profile: Profile, zone: string, account: Account): Entry[] {
  const entries: Entry[] = []
  const places = openPlaces()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const opening = openingAt(line, lines[i + 1], profile)
    if (!opening) {
      takeWords(line, entries.at(-1), places.repliesTo(entries.length - 1), profile, account)
      continue
    }
    entries.push({ ...places.next(opening), body: [], line: line.number, ...said(opening, profile, zone) })
    account.take(line)
    if (opening.kind === 'comment') account.take(lines[++i]!)
  }
  for (const entry of entries) reportWordless(entry, account)
  return entries
}

function said(opening: Opening, profile: Profile, zone: string): Pick<Entry, 'author' | 'postedAt' | 'tombstone'> {
  if (opening.kind === 'tombstone') return { author: null, postedAt: null, tombstone: true }
  return { author: opening.name, postedAt: timeAt(opening.authorLine, profile, zone), tombstone: false }
}

function takeWords(
  line: PageLine,
  entry: Entry | undefined,
  replies: number,
  profile: Profile,
  account: Account,
): void {
  if (line.text === '') entry?.body.push(line)
  else if (entry && line.indent >= bodyIndent(entry)) takeBody(line, entry, replies, account)
  else if (numberedLike(line))
    throw atLine(line.number, `"${line.text}" is numbered as a comment, but names no author.`)
  else if (profile.furniture.some((pattern) => pattern.test(line.text))) account.leave(line)
  else account.report(line, 'It belongs to no comment and is left out.')
}

function bodyIndent({ depth }: Entry): number {
  return (depth + 1) * INDENT_STEP
}

function takeBody(line: PageLine, entry: Entry, replies: number, account: Account): void {
  if (entry.tombstone) {
    account.report(line, 'It stands below a removed comment and is left out.')
    return
  }
  entry.body.push(line)
  if (numberedLike(line)?.ordinal !== replies + 1) account.take(line)
  else account.report(line, 'It is numbered as the next reply would be, but names no author; it is taken as words.')
}

function reportWordless(entry: Entry, account: Account): void {
  if (entry.tombstone || entry.body.some((line) => line.text !== '')) return
  account.report({ number: entry.line }, 'The comment has no words; perhaps there were pictures only.')
}
