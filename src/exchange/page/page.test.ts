import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { harbourWith, lineOf } from '../../../test/support/harbour-page.ts'
import { reading, sharedFile } from '../../../test/support/shared.ts'
import { momentIn } from '../../kit/zone.ts'
import { foldedLoosely } from '../../text/fold.ts'
import { plainArticle, plainComment } from '../../text/plain.ts'
import type { CapturedEntry, CapturedPage } from './captured-page.ts'
import { countsOf } from './counts.ts'
import { literal } from './literal.ts'
import { readPage } from './page.ts'
import { reportOf } from './report.ts'

const REVIEW = 'captures/review-page.txt'
const harbour = (changes?: Record<string, string>) =>
  readPage(harbourWith(changes), { language: 'en', zone: 'Europe/Dublin' })
const review = () =>
  readPage(reviewBytes(), { language: 'en', zone: 'Europe/Moscow', url: 'https://example.org/review' })
const reviewBytes = () => readFileSync(sharedFile(REVIEW)!)

describe('the harbour page', () => {
  test('is one article with its furniture left out', () => {
    const { publication, article, account } = harbour()
    assert.equal(publication, 'Harbour Notes')
    assert.equal(article.title, 'The winter boats are back, and so is the argument')
    assert.match(article.standfirst ?? '', /^The harbour office has printed .* made of it\.$/)
    assert.equal(article.caption, article.title)
    assert.equal(article.paragraphs.length, 4)
    assert.equal(
      article.paragraphs[2],
      'Both papers agree about the new stop at Gull Rock.\nNeither of them has found anyone who wishes to get off there.',
    )
    assert.deepEqual(article.bylines, [{ name: 'Ada Fenn', role: 'reviewer-and-commentator' }])
    const furniture = account.filter(({ fate }) => fate === 'furniture').map(({ number }) => number)
    assert.deepEqual(furniture, [lineOf('especially for'), lineOf('Telegram'), lineOf('Dear reader')])
  })

  test('keeps every entry in its place, tombstones with the replies below them', () => {
    const { entries } = harbour()
    assert.deepEqual(
      entries.map((entry, i) => `${numberOf(entry, entries)} ${entry.author} ${i && entry.parent}`),
      [
        '1 Tern 0',
        '1.1 Puffin 0',
        '1.1.1 Old lamp 1',
        '1.1.1.1 Puffin 2',
        '1.1.1.2 null 2',
        '1.1.2 null 1',
        '1.1.2.1 Tern 5',
        '1.2 4th mate 0',
        '2 null null',
        '3 Clerk of the tides null',
        '3.1 Tern 9',
        '3.2 Old lamp 9',
        '4 Seal of Gull Rock null',
      ],
    )
    assert.ok(entries.every((entry) => entry.depth === numberOf(entry, entries).split('.').length))
    const removed = entries.filter((entry) => entry.tombstone)
    assert.equal(removed.length, 3)
    assert.ok(removed.every(({ words, postedAt, author }) => words === null && postedAt === null && author === null))
  })

  test('has its times with and without stray spaces', () => {
    const [first, second] = harbour().entries
    assert.equal(first?.postedAt, Date.UTC(2019, 10, 3, 8, 5))
    assert.equal(second?.postedAt, Date.UTC(2019, 10, 3, 8, 20))
  })

  test('leads each quotation to its passage by the words', () => {
    const page = harbour()
    assert.deepEqual(quotationsOn(page), [
      'There were eleven boats a day last winter and there are nine now <- article, unmarked',
      'The tenth boat is the one I miss. / It smelled of tar and oranges. <- 1.1 as Puffin',
      'The oranges were yours. <- 1.1.1 as Lampost',
      'The last boat leaves thirty minutes later than it used to. <- nothing',
      'TIMETABLES are read   by those who are already late for the boat. <- 3, unmarked',
      'the stop costs four minutes and that the seals do not mind <- article',
    ])
    assert.deepEqual(page.aliases, [{ name: 'Lampost', of: 'Old lamp', line: lineOf('Lampost') }])
  })

  test('marks the place of a quotation in the words that answer it', () => {
    assert.equal(harbour().entries[2]?.words, '[[quotation:1]]\n\nIt smelled of tar. The oranges were yours.')
  })

  test('shows words that Markdown would act on as they were', () => {
    const clerk = harbour().entries[9]
    assert.equal(
      plainComment(clerk?.words ?? ''),
      [
        '# Not a heading',
        '* not a list *but* two_stars and __lines__, `ticks`, [brackets](https://example.org/a_b) & &amp; <b>tags</b>',
        '- 5 < 6 > 4 | ~~nothing~~ struck \\ out!',
        '2019. A year, not a number.',
        '[[quotation:1]]',
        '',
        '===',
        '',
        'Timetables are read by those who are already late for the boat.',
      ].join('\n'),
    )
    assert.deepEqual(clerk?.quotations, [])
  })

  test('reports what someone should look at, with its line', () => {
    assert.deepEqual(reportOf(harbour()), [
      'Harbour Notes: The winter boats are back, and so is the argument',
      'The article has 4 paragraphs, a standfirst, a picture caption; byline: Ada Fenn (reviewed and commented).',
      '13 entries: 4 at level 1, 4 at level 2, 2 at level 3, 3 at level 4.',
      '10 comments by 6 people, 3 tombstones.',
      'The first was posted 2019-11-03 08:05, the last 2019-11-05 23:59 (Europe/Dublin).',
      '4 marked quotations: 3 resolved, 1 unresolved.',
      '  Line 53: the quoted words lead to no single earlier passage; it stays a quotation without one.',
      '  Line 42: "Lampost" is recorded as an alias of Old lamp, in whose comment the words stand.',
      '2 unmarked quotations: 1 of the article, 1 of comments.',
      '88 lines: 83 taken, 3 furniture, 2 reported.',
      '  Line 79: It is numbered as the next reply would be, but names no author; it is taken as words.',
      '  Line 88: It belongs to no comment and is left out.',
    ])
  })

  test('reads the same with Windows line ends and a byte order mark', () => {
    const windows = new TextEncoder().encode(
      `\u{feff}${new TextDecoder().decode(harbourWith()).replaceAll('\n', '\r\n')}`,
    )
    assert.deepEqual(readPage(windows, { language: 'en', zone: 'Europe/Dublin' }), harbour())
  })

  test('loses none of its words', () => losesNothing(harbourWith(), harbour()))

  test('says which lines it left out or could not place', () => {
    const page = harbour({
      'Subscribe to our Telegram': 'Tags: boats, seals\nSubscribe to our Telegram',
      '        2. The comment was deleted.': '        2. The comment was deleted.\n          What stood here.',
      '    Nobody asked us.': '',
      '    Quote: ...\n    the stop costs four minutes and that the seals do not mind': '',
    })
    const reasons = page.account.flatMap(({ reason }) => reason ?? [])
    assert.deepEqual(reasons, [
      'It stands below the article, is no known furniture, and is left out.',
      'It stands below a removed comment and is left out.',
      'It is numbered as the next reply would be, but names no author; it is taken as words.',
      'The comment has no words; perhaps there were pictures only.',
      'It belongs to no comment and is left out.',
    ])
    assert.equal(page.entries.at(-1)?.words, '')
  })
})

describe('the captured review', () => {
  test('is one article, nothing of its body lost', reading(REVIEW), () => {
    const { publication, article } = review()
    const body = reviewBytes()
      .toString()
      .split('\n')
      .slice(8, 79)
      .filter((line) => line !== '')
    assert.equal(publication, 'Military Review')
    assert.equal(article.title, '"Islamic State" on the way to Russia')
    assert.equal(article.caption, article.title)
    assert.match(article.standfirst ?? '', /^Experts believe .* former USSR\.$/)
    assert.deepEqual(article.paragraphs, body)
    assert.equal(plainArticle(article.words), body.join('\n\n'))
    assert.deepEqual(article.bylines, [{ name: 'Oleg Chuvakin', role: 'reviewer-and-commentator' }])
  })

  test('has 52 entries by 36 people over four days', reading(REVIEW), () => {
    assert.deepEqual(countsOf(review()), {
      entries: 52,
      levels: [25, 14, 10, 3],
      comments: 45,
      people: 36,
      tombstones: 7,
      first: momentIn('Europe/Moscow', { year: 2014, month: 10, day: 15, hour: 9, minute: 41 }),
      last: momentIn('Europe/Moscow', { year: 2014, month: 10, day: 18, hour: 17, minute: 10 }),
      quotations: { marked: 5, resolved: 4, unresolved: 1, ofArticle: 1, ofComments: 2 },
      lines: { taken: 268, furniture: 3, reported: 0 },
    })
    assert.equal(countsOf(review()).first, Date.UTC(2014, 9, 15, 5, 41))
  })

  test('keeps the seven tombstones in their places', reading(REVIEW), () => {
    const { entries } = review()
    const removed = entries.filter((entry) => entry.tombstone).map((entry) => numberOf(entry, entries))
    assert.deepEqual(removed, ['1.1.2', '2.1.1.1', '7.1.2', '13.1.2', '13.2', '13.3', '19'])
  })

  test('leads its quotations to the very passages', reading(REVIEW), () => {
    const page = review()
    assert.deepEqual(
      quotationsOn(page).map((shown) => `${shown.slice(0, 24)} ${shown.slice(shown.indexOf('<-'))}`),
      [
        'Not for nothing is the c <- article, unmarked',
        'Don’t worry, Dad, I will <- nothing',
        'The desire for war is, t <- 1.2, unmarked',
        "Let's call everything by <- 7 as kotofey",
        'After a couple of years, <- 7.2 as Wiruz',
        'I feel that after a shor <- 12 as 3vs',
        'We can help them to move <- 17 as Not served',
        'the activities of milita <- 11, unmarked',
      ],
    )
    assert.deepEqual(page.aliases, [{ name: 'kotofey', of: 'cafe', line: 144 }])
  })

  test('accounts for each of its 271 lines', reading(REVIEW), () => {
    const { account } = review()
    assert.deepEqual(
      account.map(({ number }) => number),
      Array.from({ length: 271 }, (_, i) => i + 1),
    )
    const furniture = account.filter(({ fate }) => fate === 'furniture').map(({ number }) => number)
    assert.deepEqual(furniture, [82, 84, 86])
  })

  test('loses none of its words', reading(REVIEW), () => losesNothing(reviewBytes(), review()))
})

/** The words of all taken lines, the doubled author line counted once, against those of the page. */
function losesNothing(bytes: Uint8Array, page: CapturedPage): void {
  const starts = new Set(page.entries.map(({ line }) => line))
  const authorLines = new Set(page.entries.flatMap(({ line, tombstone }) => (tombstone ? [] : [line + 1])))
  const lost = new Set(
    page.account.flatMap(({ number, fate, reason }) =>
      fate === 'furniture' || reason?.endsWith('left out.') ? [number] : [],
    ),
  )
  const lines = new TextDecoder().decode(bytes).split('\n')
  const taken = lines.filter((line, i) => {
    const number = i + 1
    return !lost.has(number) && !starts.has(number) && !authorLines.has(number) && !/^ *Quote: |commented /.test(line)
  })
  const { publication, article, entries } = page
  const parts = [publication, article.title, article.standfirst, article.caption, plainArticle(article.words)]
  assert.equal(bare([...parts, ...entries.map(spokenIn)]), bare(taken))
  for (const [i, line] of lines.entries()) {
    const entry = entries.find((e) => e.line === i + 1)
    if (entry) assert.equal(line.trim(), `${entry.ordinal}. ${entry.author ?? 'The comment was deleted.'}`)
  }
}

function bare(texts: readonly (string | null)[]): string {
  return foldedLoosely(texts.join(' ').replaceAll('"', ' '))
}

function spokenIn({ words, quotations }: CapturedEntry): string {
  const expanded = quotations.reduce(
    (text, q) => text.replace(`[[quotation:${q.slot}]]`, () => literal(q.words)),
    words ?? '',
  )
  return plainComment(expanded)
}

function numberOf({ ordinal, parent }: CapturedEntry, entries: readonly CapturedEntry[]): string {
  const above = parent === null ? undefined : entries[parent]
  return above ? `${numberOf(above, entries)}.${ordinal}` : `${ordinal}`
}

function quotationsOn({ entries }: CapturedPage): string[] {
  return entries.flatMap(({ quotations }) =>
    quotations.map(({ words, of, attributedTo, marked }) => {
      const passage = of === null ? 'nothing' : 'article' in of ? 'article' : numberOf(entries[of.entry]!, entries)
      return `${words.replace('\n', ' / ')} <- ${passage}${marked ? '' : ', unmarked'}${attributedTo ? ` as ${attributedTo}` : ''}`
    }),
  )
}
