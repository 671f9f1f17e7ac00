import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Finding, isMiss } from './finding.ts'
import { compare } from './gate.ts'

type Case = [from: string, original: string, to: string, edition: string]

function found([from, original, to, edition]: Case): Finding[] {
  return compare({ words: original, language: from }, { words: edition, language: to })
}

const SAME: Readonly<Record<string, Case[]>> = {
  numbers: [
    ['en', '1,127 defections, 2.5 a day', 'de', '1.127 Überläufer, 2,5 am Tag'],
    ['en', 'a market of £2.8bn', 'es', 'un mercado de 2800 millones de libras'],
    ['en', 'more than 30,000 pupils', 'zh', '超过 3 万名学生'],
    ['ru', '30 тысяч учеников', 'ar', '30 ألف تلميذ'],
    ['en', 'in 11 stores', 'de', 'in elf Filialen'],
    ['de', 'einundzwanzig Spiele', 'uk', '21 матч'],
    ['en', 'the 19th century', 'fr', 'le XIXe siècle'],
    ['es', 'siglo XIX', 'de', '19. Jahrhundert'],
    ['en', '40 percent', 'zh', '百分之四十'],
    ['en', 'the 1950-53 war', 'ru', 'война 1950–1953 годов'],
    ['en', 'in the 1930s', 'es', 'en los años 30'],
    ['en', 'their SS19 collection', 'de', 'ihre Kollektion 2019'],
    ['en', 'between 30 and 43 percent', 'es', 'entre el 30 y el 43 %'],
    ['en', 'at least 384 people', 'fr', 'au moins 384 personnes'],
    ['es', 'en los años 80', 'fr', 'dans les années 1980'],
    ['en', 'A 20-year-old man', 'ru', 'Двадцатилетний мужчина'],
    ['en', 'two and a half million people', 'zh', '250万人'],
    ['es', 'dos millones y medio de personas', 'ru', '2,5 миллиона человек'],
    ['fr', 'deux millions et demi', 'de', 'zweieinhalb Millionen'],
    ['ar', 'مليونان ونصف المليون شخص', 'uk', 'два з половиною мільйони людей'],
    ['en', 'a million and a half people', 'ru', 'полтора миллиона человек'],
    ['en', 'for two and a half hours', 'fr', 'pendant deux heures et demie'],
    ['en', '12,34,567 rupees', 'ru', '1 234 567 рупий'],
    ['en', '5 lakh rupees, 3 crore voters', 'ru', '500 тысяч рупий, 30 миллионов избирателей'],
    ['ar', 'مئتا شخص', 'en', '200 people'],
  ],
  'dates and times': [
    ['en', 'on September 29, 2018', 'zh', '2018 年 9 月 29 日'],
    ['en', 'on September 29, 2018', 'ru', '29.09.2018'],
    ['en', 'at 7 p.m. on Wednesday', 'de', 'am Mittwoch um 19 Uhr'],
    ['en', 'at 7 p.m.', 'ru', 'в 7 часов вечера'],
    ['en', 'at 7.55am', 'fr', 'à 7 h 55'],
    ['de', 'um halb drei', 'en', 'at 2:30'],
    ['ru', 'в половине третьего ночи', 'en', 'at 2:30 a.m.'],
    ['es', 'a las dos y media', 'uk', 'о 2:30'],
    ['en', 'at half past two', 'fr', 'à 2 h 30'],
    ['ru', 'в половине второго тайма', 'en', 'halfway through the second half'],
    ['uk', 'о 9:41', 'en', 'at 9:41 a.m.'],
  ],
  'numbers to call': [['en', 'call 0800 555 111', 'ar', 'اتصل على 111 555 0800']],
}

for (const [kind, cases] of Object.entries(SAME))
  describe(`${kind} that say the same pass`, () => {
    for (const one of cases) test(`${one[0]}-${one[2]}: ${one[1]}`, () => assert.deepEqual(found(one), []))
  })

const CONVERTED: Case[] = [
  ['en', 'winds of 85 mph', 'ru', 'ветер до 137 км/ч'],
  ['en', 'winds of 85 mph', 'de', 'Winde von 136 km/h'],
  ['en', 'the 550 pound hog', 'uk', '249-кілограмовий кабан'],
  ['en', 'The 6-foot-6 forward', 'de', 'Der 1,98 m große Flügelspieler'],
  ['en', '1 to 4 inches of rain', 'fr', 'entre 2,5 et 10 cm de pluie'],
  ['en', 'waves as high as 20 feet', 'es', 'olas de hasta seis metros'],
  ['en', 'for 48 hours', 'de', 'zwei Tage lang'],
  ['en', 'a sunny 80 degrees', 'uk', '27 градусів'],
  ['ru', 'при 30 °C', 'en', 'at 86 °F'],
]

describe('a conversion that comes out is accepted as converted', () => {
  for (const one of CONVERTED)
    test(`${one[1]} → ${one[3]}`, () => {
      const findings = found(one)
      assert.ok(findings.length > 0)
      assert.deepEqual(
        findings.map(({ outcome }) => outcome),
        findings.map(() => 'converted'),
      )
    })
})

const MISSED: [...Case, expected: string][] = [
  ['en', 'in 2018', 'de', 'im Jahr 2019', 'altered number 2018 2019'],
  [
    'en',
    'a market of £2.8bn',
    'es',
    'un mercado de 2800 billones de libras',
    'altered money £2.8bn 2800 billones de libras scale',
  ],
  ['en', '385 miles south', 'ru', '360 км к югу', 'altered measure 385 miles 360 км conversion'],
  ['en', 'winds of 497 mph', 'ru', 'ветер 497 км/ч', 'altered measure 497 mph 497 км unit'],
  [
    'en',
    'it cost $5 million',
    'de',
    'es kostete 5 Millionen Euro',
    'altered money $5 million 5 Millionen Euro currency',
  ],
  ['en', 'down 4.8 per cent', 'fr', 'ont baissé de 4,8', 'altered percent 4.8 per cent 4,8 percent'],
  ['en', 'it was -5 there', 'de', 'es waren dort 5', 'altered number 5 5 sign'],
  ['en', '12,34,567 rupees', 'ru', '1 243 567 рупий', 'altered number 12,34,567 1 243 567'],
  ['en', 'four points down', 'uk', 'відстають на три очки', 'altered number four три'],
  ['en', 'on September 29', 'ru', '29 октября', 'altered month September октября'],
  ['en', 'on Sunday', 'fr', 'samedi', 'altered weekday Sunday samedi'],
  ['en', 'at 7 p.m.', 'de', 'um 7 Uhr morgens', 'altered time 7 p.m. 7 Uhr morgens'],
  ['en', 'killing 226,000 people', 'uk', 'загинули люди', 'missing number 226,000'],
  ['en', 'many people', 'zh', '17 人', 'added number 17'],
  ['en', 'for four years', 'de', 'fünf Jahre lang', 'altered measure four years fünf Jahre'],
  ['en', 'Ask @user14', 'es', 'Pregunta a @usuario14', 'altered handle @user14 @usuario14'],
  [
    'en',
    'see https://example.org/a',
    'fr',
    'voir https://example.org/b',
    'altered link https://example.org/a https://example.org/b',
  ],
  ['en', 'type `ls`', 'ru', 'наберите `лс`', 'altered code `ls` `лс`'],
]

describe('what was bent is found, with both facts', () => {
  for (const [from, original, to, edition, expected] of MISSED)
    test(`${original} → ${edition}`, () => {
      const misses = found([from, original, to, edition]).filter(isMiss)
      assert.deepEqual(misses.map(said), [expected])
      for (const { original: one, edition: other } of misses) {
        if (one) assert.equal(original.slice(one.start, one.end), one.text)
        if (other) assert.equal(edition.slice(other.start, other.end), other.text)
      }
    })
})

function said({ kind, outcome, original, edition, reason }: Finding): string {
  return [outcome, kind, original?.text, edition?.text, reason !== 'value' && reason].filter(Boolean).join(' ')
}

const NAMES = {
  words: 'Malikov met Askarov',
  language: 'en',
  names: [
    { entry: 1, start: 0, end: 7 },
    { entry: 2, start: 12, end: 19 },
  ],
}

test('a name that is not there is missing, and another in its place is an altered one', () => {
  const without = compare(NAMES, {
    words: 'Он встретил Аскарова',
    language: 'ru',
    names: [{ entry: 2, start: 12, end: 20 }],
  })
  assert.deepEqual(without.map(said), ['missing name Malikov'])
  const other = compare(NAMES, {
    words: 'Бакиев и Аскаров',
    language: 'ru',
    names: [
      { entry: 3, start: 0, end: 6 },
      { entry: 2, start: 9, end: 16 },
    ],
  })
  assert.deepEqual(other.map(said), ['altered name Malikov Бакиев'])
})

test('a marked quotation keeps its speaker and its own numbers', () => {
  const original = {
    words: 'In 1998: "We lost 5 men" he said',
    language: 'en',
    quotations: [{ quote: 1, speaker: 7, start: 9, end: 24 }],
  }
  const words = '5 мужчин в 1998: «Мы потеряли людей», сказал он'
  const edition = { words, language: 'ru', quotations: [{ quote: 1, speaker: 8, start: 17, end: 36 }] }
  assert.deepEqual(
    compare(original, edition).map(({ kind, outcome }) => `${outcome} ${kind}`),
    ['altered speaker', 'missing number'],
  )
  assert.deepEqual(
    compare(original, { words, language: 'ru' }).map(({ kind, outcome }) => `${outcome} ${kind}`),
    ['missing quotation'],
  )
})
