import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { CapturedPage } from './captured-page.ts'
import { readPage } from './page.ts'

const SONG = 'the tide comes in and the tide goes out again'
const ARTICLE = 'Boats leave when the water lets them and not before.'

describe('a marked quotation', () => {
  test('leads to the named person among several who said the words', () => {
    const page = discussion(
      ['1 Tern', SONG],
      ['2 Gull', `I sing: ${SONG}`],
      ['3 Puffin', 'Quote: gull', 'tide goes out again'],
    )
    assert.deepEqual(passagesOf(page, 2), [{ entry: 1 }])
  })

  test('leads to a comment above it rather than to one elsewhere', () => {
    const page = discussion(
      ['1 Tern', 'Yes, quite so.'],
      ['2 Gull', 'Yes, quite so.'],
      ['2.1 Auk', 'Hm.'],
      ['2.1.1 Puffin', 'Quote: ...', 'quite so'],
    )
    assert.deepEqual(passagesOf(page, 3), [{ entry: 1 }])
  })

  test('leads to the parent rather than to a comment further up', () => {
    const page = discussion(
      ['1 Tern', 'Quite so.'],
      ['1.1 Gull', 'Quite so!'],
      ['1.1.1 Puffin', 'Quote: ...', 'quite so'],
    )
    assert.deepEqual(passagesOf(page, 2), [{ entry: 1 }])
  })

  test('leads nowhere when two comments elsewhere hold the words and no name tells which', () => {
    const page = discussion(
      ['1 Tern', SONG],
      ['2 Gull', SONG.toUpperCase().slice(0, 30)],
      ['3 Puffin', 'Quote: Auk', SONG.slice(0, 30)],
    )
    assert.deepEqual(passagesOf(page, 2), [null])
    assert.deepEqual(page.aliases, [])
  })

  test('leads nowhere by a name alone', () => {
    const page = discussion(['1 Tern', SONG], ['1.1 Puffin', 'Quote: Tern', 'the tide comes and goes'])
    assert.deepEqual(passagesOf(page, 1), [null])
  })

  test('leads nowhere by a word or two that stand elsewhere by chance', () => {
    const page = discussion(['1 Tern', SONG], ['2 Puffin', 'Quote: Auk', 'comes in'])
    assert.deepEqual(passagesOf(page, 1), [null])
  })

  test('leads nowhere by parts of words', () => {
    const page = discussion(
      ['1 Tern', 'The start is long, the art is short.'],
      ['1.1 Puffin', 'Quote: Tern', 'art is long'],
    )
    assert.deepEqual(passagesOf(page, 1), [null])
  })

  test('leads to who said the words, not to who quoted them', () => {
    const page = discussion(
      ['1 Tern', SONG],
      ['2 Gull', 'Quote: Tern', SONG, '', 'It does.'],
      ['2.1 Puffin', 'Quote: ...', SONG],
    )
    assert.deepEqual(passagesOf(page, 2), [{ entry: 0 }])
  })

  test('never leads to a comment that came later', () => {
    const page = discussion(['1 Tern', 'Quote: Gull', SONG], ['2 Gull', SONG])
    assert.deepEqual(passagesOf(page, 0), [null])
  })

  test('ends at a blank line or at the next marker', () => {
    const page = discussion(
      ['1 Tern', SONG, 'and nobody rows'],
      ['1.1 Puffin', 'Well.', 'Quote: Tern', SONG, 'Quote: Tern', 'and nobody rows', '', 'I row.'],
    )
    assert.equal(page.entries[1]?.words, 'Well.\n\n[[quotation:1]]\n\n[[quotation:2]]\n\nI row.')
    assert.deepEqual(passagesOf(page, 1), [{ entry: 0 }, { entry: 0 }])
  })

  test('without words is taken as words and reported', () => {
    const page = discussion(['1 Tern', SONG], ['1.1 Puffin', 'Quote: Tern', '', 'I row.'])
    assert.equal(page.entries[1]?.words, 'Quote: Tern\n\nI row.')
    assert.deepEqual(reasons(page), ['It marks a quotation, but no words follow; it is taken as words.'])
  })
})

describe('an alias', () => {
  test('is no name that another comment bears', () => {
    const page = discussion(['1 Tern', SONG], ['2 Gull', 'Aye.'], ['3 Auk', 'Quote: Gull', SONG])
    assert.deepEqual(page.aliases, [])
  })

  test('is recorded once, for one person', () => {
    const page = discussion(
      ['1 Tern', SONG],
      ['2 Gull', 'Quote: Stern', SONG],
      ['3 Puffin', 'Quote: stern', 'the tide goes out again'],
    )
    assert.deepEqual(
      page.aliases.map(({ name, of }) => [name, of]),
      [['Stern', 'Tern']],
    )
  })

  test('is recorded for nobody when it would name two people', () => {
    const page = discussion(
      ['1 Tern', SONG],
      ['2 Gull', 'We row at dawn, all of us.'],
      ['3 Puffin', 'Quote: Auk', SONG],
      ['4 Puffin', 'Quote: Auk', 'We row at dawn'],
    )
    assert.deepEqual(passagesOf(page, 3), [{ entry: 1 }])
    assert.deepEqual(page.aliases, [])
    assert.match(
      reasons(page).join(),
      /^It quotes Gull under a name that stands for Tern in line \d+; .* for neither\.$/,
    )
  })
})

describe('an unmarked paragraph', () => {
  test('of eight words that stand in an earlier comment is a quotation', () => {
    const page = discussion(['1 Tern', SONG], ['2 Puffin', 'tide comes in and the tide goes out', '', 'So they say.'])
    assert.deepEqual(passagesOf(page, 1), [{ entry: 0 }])
    assert.equal(page.entries[1]?.words, '[[quotation:1]]\n\nSo they say.')
  })

  test('of seven words is none', () => {
    const page = discussion(['1 Tern', SONG], ['2 Puffin', 'comes in and the tide goes out'])
    assert.deepEqual(passagesOf(page, 1), [])
  })

  test('that is a near repeat is none', () => {
    const page = discussion(['1 Tern', SONG], ['2 Puffin', SONG.replace('tide', 'ebb')])
    assert.deepEqual(passagesOf(page, 1), [])
  })

  test('with words of its own around it is none', () => {
    const page = discussion(['1 Tern', SONG], ['2 Puffin', `I think ${SONG}`])
    assert.deepEqual(passagesOf(page, 1), [])
  })

  test('may differ in white space, letter case and quotation marks', () => {
    const page = discussion(
      ['1 Tern', 'They said “the tide comes in” and', "Gull's tide goes out"],
      ['2 Puffin', 'THEY SAID "the   tide comes in" and Gull’s tide goes out'],
    )
    assert.deepEqual(passagesOf(page, 1), [{ entry: 0 }])
  })

  test('loses the quotation marks around the whole of it', () => {
    const page = discussion(['1 Puffin', `“${ARTICLE}”`])
    assert.deepEqual(
      page.entries[0]?.quotations.map(({ words, of }) => [words, of]),
      [[ARTICLE, { article: true }]],
    )
  })

  test('is of the article rather than of a comment that holds the same words', () => {
    const page = discussion(['1 Tern', `I like this: ${ARTICLE}`], ['2 Puffin', ARTICLE])
    assert.deepEqual(passagesOf(page, 1), [{ article: true }])
  })

  test('that several comments said stays words and is reported', () => {
    const page = discussion(['1 Tern', `Look: ${SONG}`], ['2 Gull', `Ah: ${SONG}`], ['3 Puffin', SONG])
    assert.deepEqual(passagesOf(page, 2), [])
    assert.match(reasons(page).join(), /^The paragraph stands in several earlier comments; it is taken as words/)
  })

  test('is the later of two by their times, wherever they stand', () => {
    const page = discussion(['1 Tern', 'Well.'], ['1.1 Puffin @09:30', SONG], ['2 Gull @09:10', SONG])
    assert.deepEqual(passagesOf(page, 1), [{ entry: 2 }])
    assert.deepEqual(passagesOf(page, 2), [])
  })

  test('does not reach across a quotation', () => {
    const page = discussion(
      ['1 Tern', 'the water was high'],
      ['1.1 Gull', 'one two three four five', 'Quote: Tern', 'the water was high', '', 'six seven eight'],
      ['1.1.1 Puffin', 'one two three four five six seven eight'],
    )
    assert.deepEqual(passagesOf(page, 2), [])
  })
})

/** A page of comments given as "1.2 Name" and their lines, posted a minute apart unless "@hh:mm" says when. */
function discussion(...comments: [head: string, ...lines: string[]][]): CapturedPage {
  const list = comments.flatMap(([head, ...lines], minute) => {
    const [number = '', ...rest] = head.split(' ')
    const [name = '', at = `09:0${minute}`] = rest.join(' ').split(' @')
    const levels = number.split('.')
    const indent = '  '.repeat(levels.length)
    return [
      `${indent}${levels.at(-1)}. ${name}`,
      ...[`${name} 3 November 2019 ${at}`, ...lines].map((line) => (line === '' ? '' : `${indent}  ${line}`)),
    ]
  })
  const above = ['Harbour Notes', 'Boats', 'About boats.', 'Boats', ARTICLE, 'To leave comments you must sign in.']
  const text = `${above.join('\n\n')}\n${list.join('\n')}\n`
  return readPage(new TextEncoder().encode(text), { language: 'en', zone: 'Europe/Dublin' })
}

function passagesOf({ entries }: CapturedPage, index: number) {
  return entries[index]?.quotations.map(({ of }) => of)
}

function reasons({ account }: CapturedPage): string[] {
  return account.flatMap(({ reason }) => reason ?? [])
}
