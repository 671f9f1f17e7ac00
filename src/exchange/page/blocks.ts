import type { Account } from './account.ts'
import type { PageLine } from './page-lines.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { Profile } from './profiles/profile.ts'

/** A run of lines of a comment: its author's own words, or words under a quote marker. */
export type Block =
  | { kind: 'own'; lines: PageLine[] }
  | { kind: 'marked'; lines: PageLine[]; attributedTo: string | null; marker: PageLine }

/** A quote marker opens a quotation that goes on to the next blank line or marker; what follows answers it. */
export function blocksOf(body: readonly PageLine[], profile: Profile, account: Account): Block[] {
  return paragraphsOf(body).flatMap((paragraph) => {
    const starts = paragraph.flatMap((line, i) => (i === 0 || profile.quoteMarker.test(line.text) ? [i] : []))
    return starts.map((start, i) => blockOf(paragraph.slice(start, starts[i + 1]), profile, account))
  })
}

function blockOf(lines: PageLine[], profile: Profile, account: Account): Block {
  const [marker, ...quoted] = lines
  const name = marker && profile.quoteMarker.exec(marker.text)?.groups?.name?.trim()
  if (!name) return { kind: 'own', lines }
  if (quoted.length > 0) {
    return { kind: 'marked', lines: quoted, marker, attributedTo: profile.nameless.test(name) ? null : name }
  }
  account.report(marker, 'It marks a quotation, but no words follow; it is taken as words.')
  return { kind: 'own', lines }
}
