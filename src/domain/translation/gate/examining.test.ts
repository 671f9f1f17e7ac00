import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageFrom } from '../../../kit/language.ts'
import { examine } from './examining.ts'
import type { KnownName, KnownNames } from './known-names.ts'

const [ru, en] = [languageFrom('ru')!, languageFrom('en')!]

const entry = (id: number, kind: KnownName['kind'], forms: Record<string, string>): KnownName => ({
  id: id as KnownName['id'],
  kind,
  forms: Object.entries(forms).map(([language, form]) => ({
    language: languageFrom(language)!,
    form,
    isLocked: true,
    inflected: [],
  })),
})

function known(from: typeof ru, to: typeof ru, entries: KnownName[], dismissed: string[] = []): KnownNames {
  return { from, to, version: 1, dismissals: 0, entries, dismissed }
}

test('a name must stand in the other language, an adjective of it shows that it does, and terms are left to the translator', () => {
  const names = [
    entry(1, 'place', { ru: 'Ташкент', en: 'Tashkent' }),
    entry(2, 'term', { ru: 'беженец', en: 'refugee' }),
  ]
  const missed = (from: typeof ru, to: typeof ru, original: string, words: string) =>
    examine([{ original, words }], known(from, to, names), [])[0]!.findings.map(
      (one) => `${one.kind} ${one.original?.text}`,
    )
  assert.deepEqual(missed(ru, en, 'Базар в Ташкенте полон.', 'The bazaar is full.'), ['name Ташкенте'])
  assert.deepEqual(missed(ru, en, 'Базар в Ташкенте полон.', 'The bazaar of Tashkent is full.'), [])
  assert.deepEqual(missed(ru, en, 'Ташкентский базар полон.', 'The bazaar is full.'), [])
  assert.deepEqual(missed(en, ru, 'The bazaar of Tashkent is full.', 'Ташкентский базар полон.'), [])
  assert.deepEqual(missed(ru, en, 'Беженцев ждали.', 'They were awaited.'), [])
})

test('a name waits until somebody has settled it in the language of the edition, and is told where it is met first', () => {
  const pairs = [
    { original: '# Речь\n\nО ней пишет газета «Взгляд».', words: '' },
    { original: 'Об этом сказал **Кадыр Маликов** в Оше, см. https://Vzglyad.ru/Kadyr.', words: '' },
    { original: 'С Маликовым говорили во «Взгляде».', words: 'They spoke.' },
  ]
  const unsettled = (entries: KnownName[], dismissed: string[] = []) =>
    examine(pairs, known(ru, en, entries, dismissed), []).map((one) => one.unsettled.map(({ form }) => form))
  assert.deepEqual(unsettled([]), [['Взгляд'], ['Кадыр Маликов', 'Оше'], []])
  const spelled = [
    entry(1, 'outlet', { ru: 'Взгляд', en: 'Vzglyad' }),
    entry(2, 'person', { ru: 'Кадыр Маликов', en: 'Kadyr Malikov' }),
    entry(3, 'place', { ru: 'Ош' }),
  ]
  assert.deepEqual(unsettled(spelled), [[], ['Оше'], []], 'it has no form in English')
  assert.deepEqual(unsettled(spelled.slice(0, 2), ['оше']), [[], [], []], 'it was said to be no name')
})

test('a marked quotation stands in the edition as the same, beside the name of its speaker and with its own numbers', () => {
  const malikov = { id: 7, kind: 'person' as const, forms: [{ language: 'ru', form: 'Кадыр Маликов', inflected: [] }] }
  const names = known(ru, en, [entry(1, 'person', { ru: 'Кадыр Маликов', en: 'Kadyr Malikov' })])
  const found = (words: string) =>
    examine([{ original: '«[Нас 40]{quote q1}», — сказал Кадыр Маликов.', words }], names, [
      { key: 'q1', named: malikov },
    ])[0]!.findings.map(({ kind, outcome }) => `${outcome} ${kind}`)
  assert.deepEqual(found('“[We are 40]{quote q1},” Kadyr Malikov said.'), [])
  assert.deepEqual(found('“We are 40,” Kadyr Malikov said.'), ['missing quotation'])
  assert.deepEqual(found('“[We are 40]{quote q1},” somebody said.'), ['missing name', 'missing speaker'])
  assert.deepEqual(found('40 of them: “[We are few]{quote q1},” Kadyr Malikov said.'), ['missing number'])
})
