import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare } from './gate.ts'
import { createGate } from './gate-apart.ts'
import type { Side } from './side.ts'

const PAIR: [Side, Side] = [
  { words: 'in 2018', language: 'en' },
  { words: 'im Jahr 2019', language: 'de' },
]

test('the thread of the gate finds what the gate finds, also after it was ended', async () => {
  const gate = createGate()
  assert.deepEqual(await gate.compare([PAIR]), [compare(...PAIR)])
  await gate.close()
  assert.deepEqual(await gate.compare([PAIR, PAIR]), [compare(...PAIR), compare(...PAIR)])
  const late = assert.rejects(gate.compare([PAIR]), /has ended/)
  await gate.close()
  await late
})

test('a text of numbers alone takes no more than a text of its length', () => {
  const before = process.cpuUsage()
  const [original, edition] = ['5 miles '.repeat(1_000), '9 km '.repeat(1_600)]
  assert.ok(compare({ words: original, language: 'en' }, { words: edition, language: 'de' }).length > 1_000)
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 5_000_000, `${user + system} µs`)
})

test('ten thousand words take less than a second of the processor', () => {
  compare(...PAIR)
  const words = 'In 2018 more than 30,000 people of the city paid £2.8bn at 7 p.m. '.repeat(8)
  const edition = 'Im Jahr 2018 zahlten mehr als 30.000 Menschen der Stadt 2,8 Milliarden Pfund um 19 Uhr. '.repeat(8)
  const paragraphs = Math.ceil(10_000 / words.split(' ').length)
  const before = process.cpuUsage()
  for (let at = 0; at < paragraphs; at++) compare({ words, language: 'en' }, { words: edition, language: 'de' })
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 1_000_000, `${user + system} µs`)
})
