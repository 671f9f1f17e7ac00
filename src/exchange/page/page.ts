import { Refusal } from '../../kit/refusal.ts'
import { atLine } from '../kit/lines.ts'
import { openAccount } from './account.ts'
import { aliasesIn } from './aliases.ts'
import { articleFrom } from './article.ts'
import { blocksOf } from './blocks.ts'
import type { CapturedEntry, CapturedPage } from './captured-page.ts'
import { entriesFrom } from './entries.ts'
import { linesOf, type PageLine } from './page-lines.ts'
import { profileFor } from './profiles/choose.ts'
import type { Profile } from './profiles/profile.ts'
import { type EntryPart, quotationsIn } from './quotations.ts'
import { wordsOf } from './words.ts'

export interface Capture {
  language: string
  /** The zone in which the page shows its times. */
  zone: string
  /** Where the page stood. */
  url?: string | undefined
}

/** Reads a captured page; throws a Refusal, with the line's number, for what is no such page or cannot be. */
export function readPage(bytes: Uint8Array, { language, zone, url }: Capture): CapturedPage {
  const profile = profileFor(language)
  refuseUnknown(zone, url)
  const lines = linesOf(bytes)
  const account = openAccount(lines)
  const signIn = signInAmong(lines, profile)
  account.leave(lines[signIn]!)
  const { publication, article } = articleFrom(lines.slice(0, signIn), profile, account)
  const listed = entriesFrom(lines.slice(signIn + 1), profile, zone, account)
  const blocks = listed.map(({ body }) => blocksOf(body, profile, account))
  const parts = quotationsIn(listed, blocks, article, account)
  const entries = listed.map(({ body: _, ...entry }, index) => ({
    ...entry,
    ...saidIn(parts[index]!, entry.tombstone),
  }))
  const aliases = aliasesIn(entries, account)
  return { url: url ?? null, language, zone, publication, article, entries, aliases, account: account.closed() }
}

function saidIn(parts: EntryPart[], tombstone: boolean): Pick<CapturedEntry, 'words' | 'quotations'> {
  const quotations = parts.flatMap((part) => (part.kind === 'quotation' ? [part.quotation] : []))
  return { words: tombstone ? null : wordsOf(parts), quotations }
}

function signInAmong(lines: readonly PageLine[], profile: Profile): number {
  const found = lines.findIndex((line) => profile.signIn.test(line.text))
  if (found >= 0) return found
  throw atLine(
    lines.length,
    `the file ends without the line that asks readers to sign in to comment; it is no captured page as "${profile.name}" describes them.`,
  )
}

function refuseUnknown(zone: string, url: string | undefined): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
  } catch {
    throw new Refusal(`There is no time zone "${zone}"; its name should be one such as "Europe/Moscow".`)
  }
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new Refusal(`"${url}" is no address of a page; it should begin with https:// or http://.`)
  }
}
