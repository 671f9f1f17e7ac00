import type { CapturedPage } from './captured-page.ts'
import { type Counts, countsOf } from './counts.ts'
import type { BylineRole } from './profiles/profile.ts'

/** The lines that are printed at the end: what was read, and each line that someone should look at. */
export function reportOf(page: CapturedPage): string[] {
  const counts = countsOf(page)
  return [
    ...articleLines(page),
    ...discussionLines(counts, page.zone),
    ...quotationLines(page, counts),
    ...lineLines(page, counts),
  ]
}

const ROLES: Record<BylineRole, string> = {
  author: 'wrote',
  reviewer: 'reviewed',
  commentator: 'commented',
  'reviewer-and-commentator': 'reviewed and commented',
  translator: 'translated',
  editor: 'edited',
}

function articleLines({ publication, article }: CapturedPage): string[] {
  const bylines = article.bylines.map(({ name, role }) => `${name} (${ROLES[role]})`)
  return [
    `${publication}: ${article.title}`,
    `The article has ${some(article.paragraphs.length, 'paragraph')}${article.standfirst === null ? '' : ', a standfirst'}${article.caption === null ? '' : ', a picture caption'}; byline: ${bylines.join(', ') || 'none'}.`,
  ]
}

function discussionLines(
  { entries, levels, comments, people, tombstones, first, last }: Counts,
  zone: string,
): string[] {
  const byLevel = levels.map((count, i) => `${count} at level ${i + 1}`).join(', ')
  return [
    `${some(entries, 'entry', 'entries')}${byLevel && `: ${byLevel}`}.`,
    `${some(comments, 'comment')} by ${some(people, 'person', 'people')}, ${some(tombstones, 'tombstone')}.`,
    ...(first === null || last === null
      ? []
      : [`The first was posted ${clock(first, zone)}, the last ${clock(last, zone)} (${zone}).`]),
  ]
}

function quotationLines({ entries, aliases }: CapturedPage, { quotations: counts }: Counts): string[] {
  const unresolved = entries.flatMap(({ quotations }) => quotations).filter(({ of }) => of === null)
  return [
    `${some(counts.marked, 'marked quotation')}: ${counts.resolved} resolved, ${counts.unresolved} unresolved.`,
    ...unresolved.map(
      ({ line }) =>
        `  Line ${line}: the quoted words lead to no single earlier passage; it stays a quotation without one.`,
    ),
    ...aliases.map(
      ({ name, of, line }) =>
        `  Line ${line}: "${name}" is recorded as an alias of ${of}, in whose comment the words stand.`,
    ),
    `${some(counts.ofArticle + counts.ofComments, 'unmarked quotation')}: ${counts.ofArticle} of the article, ${counts.ofComments} of comments.`,
  ]
}

function lineLines({ account }: CapturedPage, { lines }: Counts): string[] {
  return [
    `${some(account.length, 'line')}: ${lines.taken} taken, ${lines.furniture} furniture, ${lines.reported} reported.`,
    ...account.flatMap(({ number, reason }) => (reason ? [`  Line ${number}: ${reason}`] : [])),
  ]
}

function some(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

function clock(moment: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDateTime()
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}
