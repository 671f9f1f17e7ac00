import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomBetween } from '../../../../test/support/chance.ts'
import { around, placeIn } from './margin-note.ts'

const TEXT = 'It leaves at nine. The harbour is old. It leaves at nine, they say.'

test('the words of a note are found where most of what stood around them stands', () => {
  const second = TEXT.lastIndexOf('leaves')
  const note = { quote: 'leaves', ...around(TEXT, second, 'leaves') }
  assert.equal(placeIn(TEXT, note), second)
  const moved = `Before all. ${TEXT} And more.`
  assert.equal(placeIn(moved, note), second + 'Before all. '.length)
  assert.equal(placeIn('It leaves.', note), 3)
  assert.equal(placeIn('It goes.', note), undefined)
})

test('whatever is written before and behind them, the words of a note are found again', () => {
  for (let round = 0; round < 200; round++) {
    const start = randomBetween(0, TEXT.length - 10)
    const quote = TEXT.slice(start, start + randomBetween(1, 10))
    const lead = 'x '.repeat(randomBetween(0, 30))
    const place = placeIn(lead + TEXT, { quote, ...around(TEXT, start, quote) })
    assert.equal((lead + TEXT).slice(place, place! + quote.length), quote)
    if (quote.trim().length > 5) assert.equal(place, lead.length + start, quote)
  }
})
