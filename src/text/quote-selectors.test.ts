import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomBetween } from '../../test/support/chance.ts'
import { selectorOf, stretchOf, type TextQuoteSelector } from './quote-selectors.ts'

const LETTERS = [
  'the',
  'bridge',
  'closed',
  'on',
  'Sunday',
  'мост',
  'закрыт',
  'сказал',
  'источник',
  'जहाज़',
  'กำแพง',
  '한국',
  'جسر',
  'مغلق',
  'café',
  'cafe\u0301',
  '👩‍👩‍👧',
  '🇩🇪🇫🇷',
  '5,000',
  '“so”',
  '—',
  'x',
]
const ANCHORS = 200
const EDITS = 1_000

test('after any edit an anchor holds exactly where its words stand once in their context, and nowhere else', () => {
  const text = articleText()
  const stretches = Array.from({ length: ANCHORS }, () => stretchIn(text))
  const selectors = stretches.map((stretch) => selectorOf(text, stretch))
  for (const [index, selector] of selectors.entries()) {
    assert.deepEqual([...graphemes(selector.exact)].join(''), selector.exact)
    assert.ok(selector.exact.includes(text.slice(stretches[index]!.start, stretches[index]!.end)))
  }
  let [held, orphaned] = [0, 0]
  for (let edit = 0; edit < EDITS; edit++) {
    const edited = editOf(text)
    const starts = startsIn(edited)
    for (const selector of selectors) {
      const found = stretchOf(edited, selector)
      const expected = slowly(edited, starts, selector)
      if (found?.start !== expected) assert.fail(`${expected}: ${JSON.stringify({ found, selector, edit })}`)
      if (found && edited.slice(found.start, found.end) !== selector.exact) assert.fail('it is on other words')
      if (found) held++
      else orphaned++
    }
  }
  assert.ok(held > orphaned && orphaned > EDITS, `${held} hold, ${orphaned} are orphans`)
})

test('a selector cuts no letter, and takes in as much as tells its words from the same ones elsewhere', () => {
  const flag = '🇩🇪🇫🇷🇺🇦'
  assert.equal(selectorOf(`a ${flag} b`, { start: 4, end: 6 }).exact, '🇩🇪')
  assert.equal(selectorOf('cafe\u0301 au lait', { start: 0, end: 4 }).exact, 'cafe\u0301')
  const twice = `${'so it goes. '.repeat(12)}One more. ${'so it goes. '.repeat(12)}`
  const first = selectorOf(twice, { start: 0, end: 2 })
  const middle = twice.indexOf('One')
  assert.deepEqual(stretchOf(twice, selectorOf(twice, { start: middle, end: middle + 3 })), {
    start: middle,
    end: middle + 3,
  })
  assert.equal(first.suffix.length > 32, true)
  assert.equal(stretchOf('the same the same', { exact: 'same', prefix: '', suffix: '' }), undefined)
  assert.equal(stretchOf('nothing', { exact: '', prefix: '', suffix: '' }), undefined)
})

function articleText(): string {
  return Array.from({ length: 20 }, () =>
    Array.from({ length: randomBetween(20, 40) }, () => LETTERS[randomBetween(0, LETTERS.length)]!).join(' '),
  ).join('\n\n')
}

function stretchIn(text: string) {
  const start = randomBetween(0, text.length - 40)
  return { start, end: start + randomBetween(1, 40) }
}

/** Words put in, taken out, doubled or moved somewhere else. */
function editOf(text: string): string {
  let edited = text
  for (let times = randomBetween(1, 12); times > 0; times--) {
    const at = randomBetween(0, edited.length)
    const some = edited.slice(at, at + randomBetween(1, 80))
    const kind = randomBetween(0, 5)
    if (kind === 0) edited = edited.slice(0, at) + LETTERS[randomBetween(0, LETTERS.length)] + edited.slice(at)
    else if (kind === 1) edited = edited.slice(0, at) + edited.slice(at + some.length)
    else if (kind === 2) edited = edited.slice(0, at) + some + edited.slice(at)
    else if (kind === 3) edited = `${edited.slice(0, at) + edited.slice(at + some.length)}\n\n${some}`
    else edited = `${edited.slice(0, at)}\u0301${edited.slice(at)}`
  }
  return edited
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const known = new Map<string, string[]>()

function graphemes(text: string): string[] {
  const found = known.get(text) ?? Array.from(segmenter.segment(text), ({ segment }) => segment)
  known.set(text, found)
  return found
}

interface Starts {
  all: Set<number>
  byCharacter: Map<string, number[]>
}

/** Where letters begin, and where the text ends. */
function startsIn(text: string): Starts {
  const all = new Set<number>()
  const byCharacter = new Map<string, number[]>()
  let at = 0
  for (const line of text.split(/(?<=\n)/)) {
    for (const letter of graphemes(line)) {
      all.add(at)
      const same = byCharacter.get(text[at]!) ?? []
      byCharacter.set(text[at]!, same)
      same.push(at)
      at += letter.length
    }
  }
  all.add(text.length)
  return { all, byCharacter }
}

/** The plain check: at every letter of the text, whether all of it stands there; once, or it is nowhere. */
function slowly(text: string, { all, byCharacter }: Starts, { exact, prefix, suffix }: TextQuoteSelector) {
  const whole = prefix + exact + suffix
  const found = (byCharacter.get(whole[0]!) ?? []).filter((at) => {
    const cuts = [prefix.length, prefix.length + exact.length, whole.length]
    return text.startsWith(whole, at) && cuts.every((cut) => all.has(at + cut))
  })
  return found.length === 1 ? found[0]! + prefix.length : undefined
}
