import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { mentionsIn } from './mentions.ts'
import type { Named, NameKind } from './name.ts'

const LINES = readFileSync(path.join(import.meta.dirname, 'inflected-names.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
const NAMES = LINES.map((line, at) => {
  const [language, kind, form, forms] = line.split('\t') as [string, NameKind, string, string]
  const entry: Named = { id: at + 1, kind, forms: [{ language, form, inflected: [] }] }
  return { language, entry, form, forms: forms.split('; ') }
})
const ENTRIES = NAMES.map(({ entry }) => entry)

test('every form of a name is recognised as that name, and none as another', () => {
  const wrong = NAMES.flatMap(({ language, entry, form, forms }) =>
    [form, ...forms].flatMap((words) => {
      const found = mentionsIn(words, language, ENTRIES).map(({ entryId }) => entryId)
      return found.length === 1 && found[0] === entry.id
        ? []
        : [`${language} ${words}: ${found.map((id) => NAMES[id - 1]!.form)}`]
    }),
  )
  assert.deepEqual(wrong, [])
})
