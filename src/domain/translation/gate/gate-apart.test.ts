import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageFrom } from '../../../kit/language.ts'
import { examine } from './examining.ts'
import { compare } from './gate.ts'
import { createGate } from './gate-apart.ts'
import type { KnownNames } from './known-names.ts'
import { namesFound } from './naming.ts'

const PAIR = { original: 'in 2018 in Eastport', words: 'im Jahr 2019' }
const names = (...entries: KnownNames['entries']): KnownNames => {
  const [from, to] = [languageFrom('en')!, languageFrom('de')!]
  return { from, to, version: entries.length, dismissals: 0, entries, dismissed: [] }
}
const EASTPORT = names({
  id: 1 as never,
  kind: 'place',
  forms: ['en', 'de'].map((tag) => ({
    language: languageFrom(tag)!,
    form: 'Eastport',
    inflected: [],
    isLocked: true,
  })),
})
const NOTHING = names()

test('the thread of the gate finds what the gate finds, goes by what the glossary says last, and begins anew after it was ended', async () => {
  const gate = createGate()
  for (const known of [EASTPORT, EASTPORT, NOTHING])
    assert.deepEqual(await gate.ask('examine', known, [PAIR], []), examine([PAIR], known, []))
  await gate.close()
  assert.deepEqual(await gate.ask('examine', EASTPORT, [PAIR, PAIR], []), examine([PAIR, PAIR], EASTPORT, []))
  const late = assert.rejects(gate.ask('examine', EASTPORT, [PAIR], []), /has ended/)
  await gate.close()
  await late
})

test('names of a text and former forms of a name are looked for in that thread, and this one goes on meanwhile', async () => {
  const gate = createGate()
  const paragraphs = Array.from({ length: 200 }, (_, at) =>
    `On Monday Ann Miller${at} met people of Eastport near Westport. `.repeat(6),
  )
  const asked = { paragraphs, words: paragraphs.join('\n\n'), changes: [], isToTheEnd: true }
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  const found = await gate.ask('names', EASTPORT, asked)
  const former = [{ entryId: 1 as never, language: EASTPORT.from, form: 'Westport' }]
  const carried = await gate.ask(
    'carried',
    EASTPORT,
    [{ language: EASTPORT.from, text: asked.words }],
    EASTPORT.entries[0]! as never,
    former,
  )
  clearInterval(turning)
  await gate.close()
  assert.deepEqual(found, namesFound(asked, EASTPORT))
  assert.deepEqual(found.counts, [[1, 1200]])
  assert.deepEqual(carried, [{ count: 1200, old: ['Westport'] }])
  assert.ok(turns > 1, 'it waited for the other thread')
})

test('a text of numbers alone takes no more than a text of its length', () => {
  const before = process.cpuUsage()
  const [original, edition] = ['5 miles '.repeat(1_000), '9 km '.repeat(1_600)]
  assert.ok(compare({ words: original, language: 'en' }, { words: edition, language: 'de' }).length > 1_000)
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 5_000_000, `${user + system} µs`)
})

test('ten thousand words take less than a second of the processor, their names among them', () => {
  examine([PAIR], EASTPORT, [])
  const original = 'In 2018 more than 30,000 people of Eastport paid £2.8bn at 7 p.m. '.repeat(8)
  const words = 'Im Jahr 2018 zahlten mehr als 30.000 Menschen in Eastport 2,8 Milliarden Pfund um 19 Uhr. '.repeat(8)
  const paragraphs = Math.ceil(10_000 / original.split(' ').length)
  const before = process.cpuUsage()
  examine(
    Array.from({ length: paragraphs }, () => ({ original, words })),
    EASTPORT,
    [],
  )
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 1_000_000, `${user + system} µs`)
})
