import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainWords } from '../plain-words.ts'
import { candidatesIn } from './candidates.ts'
import { withoutLabelCase } from './label-case.ts'
import { mentionsIn } from './mentions.ts'
import type { Named, NameKind } from './name.ts'
import { proposalsFor } from './transliteration/proposals.ts'

const entry = (id: number, kind: NameKind, language: string, form: string, inflected: string[] = []): Named => ({
  id,
  kind,
  forms: [{ language, form, inflected }],
})
const named = (text: string, language: string, ...entries: Named[]) =>
  mentionsIn(text, language, entries).map(({ entryId, form }) => `${entryId} ${form}`)

test('a surname alone is whoever the text names in full, and nobody where it names both or neither', () => {
  const emma = entry(1, 'person', 'ru', 'Эмма Смит')
  const john = entry(2, 'person', 'ru', 'Джонатан Смит')
  assert.deepEqual(named('Смит молчит.', 'ru', emma, john), [])
  assert.deepEqual(named('Смита ждали.', 'ru', emma, john), ['2 Смита'])
  assert.deepEqual(named('Эмма Смит пришла, но Смит молчит.', 'ru', emma, john), ['1 Эмма Смит', '1 Смит'])
  assert.deepEqual(named('А Иван Смит молчит, и П. Смит, и Эм. Смит, и Смит-Джонс.', 'ru', john), [])
  assert.deepEqual(named('Указом Президента Смита, Дж. Смит и господин Смит.', 'ru', john), [
    '2 Смита',
    '2 Смит',
    '2 Смит',
  ])
})

test('a name that is a common word counts in quotation marks, or with a capital within a sentence', () => {
  const paper = entry(1, 'outlet', 'ru', '«Взгляд»')
  assert.deepEqual(named('Взгляд на вещи: «Взгляд», взгляд и газета Взгляд.', 'ru', paper), ['1 Взгляд', '1 Взгляд'])
  const may = entry(1, 'person', 'en', 'Theresa May')
  assert.deepEqual(named('In May 2019 Theresa May spoke; Mrs May left.', 'en', may), ['1 Theresa May'])
  const ministry = entry(1, 'party', 'ru', 'ИДУ')
  assert.deepEqual(named('Иду в ИДУ.', 'ru', ministry), ['1 ИДУ'])
})

test('a place within another name is none, and the adjective of a place says that it is one', () => {
  const place = entry(1, 'place', 'en', 'Washington')
  assert.deepEqual(named('The Washington Examiner left Washington Tuesday.', 'en', place), ['1 Washington'])
  const [mention] = mentionsIn('ташкентских', 'ru', [entry(1, 'place', 'ru', 'Ташкент')])
  assert.equal(mention!.isDerived, true)
})

test('in Chinese a name is found without spaces, beside Latin letters, and not inside another word', () => {
  const place = entry(1, 'place', 'zh', '利亚')
  assert.deepEqual(named('澳大利亚', 'zh', place), [])
  assert.deepEqual(named('据BBC报道', 'zh', entry(2, 'outlet', 'zh', 'BBC')), ['2 BBC'])
})

test('a patronymic stands between in any case, and another first name is somebody else', () => {
  const petrova = entry(1, 'person', 'ru', 'Анна Петрова')
  assert.equal(named('Награду вручили Анне Сергеевне Петровой.', 'ru', petrova).length, 1)
  const kovalchuk = entry(2, 'person', 'ru', 'Олег Ковальчук')
  assert.deepEqual(named('Ольга Ковальчук ушла.', 'ru', kovalchuk), [])
  assert.equal(named('Олега Ковальчука ждали, и Ковальчук пришёл.', 'ru', kovalchuk).length, 2)
})

test('what nobody has settled is proposed once with its forms, unless it was said to be no name', () => {
  const text = 'Газета «Взгляд» поговорила с Кадыром Маликовым. Маликов ответил «Взгляду» в Ташкенте.'
  const found = (isSettled = (_: string) => false) => candidatesIn([text], 'ru', [], isSettled)
  assert.deepEqual(
    found().map(({ form, kind, count }) => [form, kind, count]),
    [
      ['Взгляд', 'outlet', 2],
      ['Кадыром Маликовым', 'person', 1],
      ['Ташкенте', 'place', 1],
    ],
  )
  assert.equal(found((key) => key === 'ташкенте').length, 2)
  const said = '«Мы потеряли дом», — сказал он. “We lost it,” he said.'
  assert.deepEqual(
    candidatesIn([said], 'ru', [], () => false),
    [],
    'what somebody says is no name',
  )
  const known = [entry(1, 'person', 'ru', 'Кадыр Маликов')]
  assert.equal(candidatesIn([text], 'ru', known, () => false).length, 2)
})

test('what has its capital from standing in a heading, over a column, or before a name in its sentence is no part of a name', () => {
  const found = (language: string, ...texts: string[]) =>
    candidatesIn(
      texts.map((text) => plainWords(withoutLabelCase(text, language))),
      language,
      [],
      () => false,
    ).map(({ form }) => form)
  assert.deepEqual(found('en', '## What We Know So Far', '## What Ana Lopez said about NATO'), ['Ana Lopez', 'NATO'])
  const table = '| Year | Total Revenue | NATO |\n|:--|--:|---|\n| Lisbon | 1,200 | 2 |'
  assert.deepEqual(found('en', table), ['NATO', 'Lisbon'])
  assert.deepEqual(found('en', 'However Ms Lopez left. After Merkel went, Trois-Rivières voted.'), [
    'Ms Lopez',
    'Merkel',
    'Trois-Rivières',
  ])
  assert.deepEqual(found('en', '- Meanwhile Lopez waits\n- Last Monday Hill left', 'Will Smith came.'), [
    'Lopez',
    'Hill',
    'Will Smith',
  ])
  assert.deepEqual(found('de', 'Einige Passagiere warten. Nach Angaben der Polizei und laut Ursula von der Leyen.'), [
    'Ursula von der Leyen',
  ])
  assert.deepEqual(found('de', 'Neue Fähren kommen. Während Anna Schmidt sprach, schwieg die Zahl der Gäste.'), [
    'Anna Schmidt',
  ])
  assert.deepEqual(found('ru', 'Вчера Петров уехал. Однако Москва молчит.'), ['Петров', 'Москва'])
  assert.deepEqual(found('fr', 'Selon Macron, rien. Depuis Paris, on écrit. Notre-Dame attend.'), [
    'Macron',
    'Paris',
    'Notre-Dame',
  ])
})

test('a name is proposed by stated schemes, a country as CLDR has it, and the original last', () => {
  const schemes = (form: string, language: string, kind: NameKind, to: string) =>
    proposalsFor({ form, language, kind }, to).map((one) => `${one.form}: ${one.scheme}`)
  assert.deepEqual(schemes('Юлия Щеглова', 'ru', 'person', 'de'), [
    'Julija Schtscheglowa: duden',
    'Iuliia Shcheglova: icao-9303',
    'Юлия Щеглова: as-it-is',
  ])
  assert.deepEqual(schemes('Згурський', 'uk', 'person', 'en'), ['Zghurskyi: cmu-55', 'Згурський: as-it-is'])
  assert.deepEqual(schemes('Узбекистан', 'ru', 'place', 'ar'), ['أوزبكستان: cldr', 'Узбекистан: as-it-is'])
  assert.deepEqual(schemes('Кадыр', 'ru', 'person', 'zh'), ['Кадыр: as-it-is'])
})
