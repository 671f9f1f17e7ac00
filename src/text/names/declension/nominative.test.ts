import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import type { NameKind } from '../name.ts'
import { nominativeOf } from './nominative.ts'

const PREPOSITION = /^(?:о|в|у|во|на|газета) /
const plain = (form: string) => form.replace(/[«»]/g, '').replace(/['’ʼ]/g, '').replaceAll('ё', 'е')
const LINES = readFileSync(path.join(import.meta.dirname, '..', 'inflected-names.tsv'), 'utf8')
  .trim()
  .split('\n')
const FORMS = LINES.slice(1).flatMap((line) => {
  const [language, kind, name, forms] = line.split('\t') as [string, NameKind, string, string]
  const whole = forms.split('; ').map((form) => form.replace(PREPOSITION, ''))
  const isWhole = (form: string) => form.split(' ').length === name.split(' ').length
  const isSlavic = language === 'ru' || language === 'uk'
  return isSlavic && kind !== 'term' ? whole.filter(isWhole).map((form) => ({ language, kind, name, form })) : []
})

test('the first case of a name is told from another, or left to somebody who knows it', () => {
  const found = FORMS.map((one) => ({ ...one, told: nominativeOf([one.form.replace(/[«»]/g, '')], one) }))
  const decided = found.filter(({ told }) => told.isDecided)
  const wrong = decided.filter(({ told, name }) => plain(told.form) !== plain(name))
  assert.deepEqual(
    wrong.map(({ form, told }) => `${form}: ${told.form}`),
    [],
  )
  assert.ok(decided.length > 50, `${decided.length} of ${found.length}`)
})

const told = (kind: NameKind, language: string, ...forms: [string, ...string[]]) =>
  Object.values(nominativeOf(forms, { kind, language })).join(' ')

test('several forms tell more than one, and what could be two names is decided by nobody', () => {
  assert.equal(told('person', 'ru', 'Бахтияром Бабаджановым', 'Бабаджанова'), 'Бахтияр Бабаджанов true')
  assert.equal(told('place', 'ru', 'Маликова', 'Маликову', 'Маликовым'), 'Маликов true')
  assert.equal(told('place', 'ru', 'Москвой', 'Москве'), 'Москва true')
  assert.equal(told('person', 'uk', 'Володимира Зеленського'), 'Володимир Зеленський true')
  assert.equal(told('person', 'ru', 'Шарипа Гиоева'), 'Шарипа Гиоева false')
  assert.equal(told('outlet', 'ru', 'Взгляда'), 'Взгляд false')
  assert.equal(told('place', 'ru', 'Киргизии'), 'Киргизия true', 'a country, by CLDR')
  assert.equal(told('party', 'ru', 'США'), 'США true')
  assert.equal(told('person', 'de', 'Angela Merkels'), 'Angela Merkels true', 'other languages as they stand')
})
