import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageFrom } from '../../../kit/language.ts'
import { createGate } from '../gate/index.ts'
import type { GlossaryEntry } from '../glossary/entry.ts'
import { comparing } from './comparing.ts'

const [ru, en] = [languageFrom('ru')!, languageFrom('en')!]

const entry = (id: number, kind: GlossaryEntry['kind'], russian: string, english: string) => {
  const said = { isLocked: true, inflected: [], scheme: null, byId: null, at: 0 }
  const forms = [
    { ...said, language: ru, form: russian },
    { ...said, language: en, form: english },
  ]
  return { id, kind, note: '', forms } as unknown as GlossaryEntry
}

test('a name must stand in the other language, an adjective of it shows that it does, and terms are left to the translator', async () => {
  const gate = createGate()
  const names = [entry(1, 'place', 'Ташкент', 'Tashkent'), entry(2, 'term', 'беженец', 'refugee')]
  const compare = comparing(gate, async () => names)
  const missed = async (from: typeof ru, to: typeof ru, original: string, words: string) =>
    (await compare([{ original, words, from, to }])).flat().map((miss) => `${miss.kind} ${miss.original}`)
  assert.deepEqual(await missed(ru, en, 'Базар в Ташкенте полон.', 'The bazaar is full.'), ['name Ташкенте'])
  assert.deepEqual(await missed(ru, en, 'Базар в Ташкенте полон.', 'The bazaar of Tashkent is full.'), [])
  assert.deepEqual(await missed(ru, en, 'Ташкентский базар полон.', 'The bazaar is full.'), [])
  assert.deepEqual(await missed(en, ru, 'The bazaar of Tashkent is full.', 'Ташкентский базар полон.'), [])
  assert.deepEqual(await missed(ru, en, 'Беженцев ждали.', 'They were awaited.'), [])
  await gate.close()
})
