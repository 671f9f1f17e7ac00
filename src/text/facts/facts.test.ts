import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Fact } from './fact.ts'
import { factsIn } from './facts.ts'

/** What a text states, in short: its kind, its likeliest value, and what it is of. */
function short(text: string, language: string): string {
  return factsIn(text, language).map(said).join('; ')
}

function said({ kind, values, units, currencies, clock }: Fact): string {
  if (clock) return `time ${Math.floor(clock.minutes / 60)}:${String(clock.minutes % 60).padStart(2, '0')}`
  return [kind, values[0], currencies?.[0] ?? units?.[0]].filter((part) => part !== undefined).join(' ')
}

const STATED: Readonly<Record<string, [text: string, language: string, stated: string][]>> = {
  'digits of all scripts, with the separators of a language': [
    ['1,127 and 2.5', 'en', 'number 1127; number 2.5'],
    ['1.127 und 2,5', 'de', 'number 1127; number 2.5'],
    ['1 127 и 2,5', 'ru', 'number 1127; number 2.5'],
    ['1 234 567,891', 'fr', 'number 1234567.891'],
    ['1.234.567,891', 'es', 'number 1234567.891'],
    ['1’234.50', 'de', 'number 1234.5'],
    ['١٬٢٣٤٫٥', 'ar', 'number 1234.5'],
    ['１２', 'zh', 'number 12'],
    ['14½', 'en', 'number 14.5'],
  ],
  'words of scale': [
    ['£2.8bn, £125m and £11million', 'en', 'money 2800000000 GBP; money 125000000 GBP; money 11000000 GBP'],
    ['2,8 млрд фунтов', 'ru', 'money 2800000000 GBP'],
    ['2,8 Mrd. Euro', 'de', 'money 2800000000 EUR'],
    ['2800 millones de dólares', 'es', 'money 2800000000 USD'],
    ['2 mil millones', 'es', 'number 2000000000'],
    ['2,8 milliards', 'fr', 'number 2800000000'],
    ['300 ألف', 'ar', 'number 300000'],
    ['28亿英镑', 'zh', 'money 2800000000 GBP'],
    ['1亿2000万', 'zh', 'number 120000000'],
    ['25-тысячную толпу', 'ru', 'number 25000'],
    ['30多万人', 'zh', 'number 300000'],
  ],
  'number words': [
    ['two hundred and five thousand', 'en', 'number 205000'],
    ['twenty-one', 'en', 'number 21'],
    ['двадцати пяти', 'ru', 'number 25'],
    ["двохсот п'яти", 'uk', 'number 205'],
    ['siebenundvierzig', 'de', 'number 47'],
    ['zweihundertfünfzig', 'de', 'number 250'],
    ['treinta y una', 'es', 'number 31'],
    ['quatre-vingt-dix-sept', 'fr', 'number 97'],
    ['soixante et onze', 'fr', 'number 71'],
    ['خمسة وعشرون', 'ar', 'number 25'],
    ['ثلاثة عشر', 'ar', 'number 13'],
    ['三万五千', 'zh', 'number 35000'],
    ['二〇一八', 'zh', 'number 2018'],
  ],
  ordinals: [
    ['the 19th, the twenty-first', 'en', 'ordinal 19; ordinal 21'],
    ['XIX век', 'ru', 'ordinal 19'],
    ['siglo XIX', 'es', 'ordinal 19'],
    ['au XIXe siècle', 'fr', 'ordinal 19'],
    ['siebenundvierzigste', 'de', 'ordinal 47'],
    ['التاسع عشر', 'ar', 'ordinal 19'],
    ['25-летие', 'ru', 'measure 25 year'],
    ['двадцатипятилетний', 'ru', 'measure 25 year'],
  ],
  percent: [
    ['40 per cent, 5 percent and 3%', 'en', 'percent 40; percent 5; percent 3'],
    ['40 por ciento', 'es', 'percent 40'],
    ['40 pour cent', 'fr', 'percent 40'],
    ['40 в процентах', 'ru', 'number 40'],
    ['40 відсотків', 'uk', 'percent 40'],
    ['40 في المائة', 'ar', 'percent 40'],
    ['百分之四十', 'zh', 'percent 40'],
    ['百分之百', 'zh', 'percent 100'],
  ],
  'dates and times': [
    ['on September 29, 2018', 'en', 'month 9; number 29; number 2018'],
    ['29.09.2018', 'de', 'number 29; month 9; number 2018'],
    ['2018年9月29日', 'zh', 'measure 2018 year; month 9; number 29'],
    ['at 7 p.m., 7.55am and 2pm', 'en', 'time 19:00; time 7:55; time 14:00'],
    ['в 5 часов утра', 'ru', 'time 5:00'],
    ['о 3 годині дня', 'uk', 'time 15:00'],
    ['um 19 Uhr', 'de', 'time 19:00'],
    ['à 11 h 15', 'fr', 'time 11:15'],
    ['a las 5 de la tarde', 'es', 'time 17:00'],
    ['الساعة 7 مساءً', 'ar', 'time 19:00'],
    ['下午7点30分', 'zh', 'time 19:30'],
    ['a la una de la tarde', 'es', 'time 13:00'],
    ['in the 1930s', 'en', 'decade 1930'],
    ['в 1930-х', 'ru', 'decade 1930'],
    ['20 世纪 30 年代', 'zh', 'decade 1930'],
  ],
  units: [
    ['a 550 pound hog, 85 mph, 6-foot-6', 'en', 'money 550 GBP; measure 85 mi; measure 6.5 ft'],
    ['249-кілограмовий', 'uk', 'measure 249 kg'],
    ['1,98 m', 'de', 'measure 1.98 m'],
    ['1 to 4 inches', 'en', 'measure 1 in; measure 4 in'],
    ['40 square miles', 'en', 'measure 40 mi2'],
    ['85 ميلاً', 'ar', 'measure 85 mi'],
    ['عامين', 'ar', 'measure 2 year'],
    ['1 м 82 см', 'ru', 'measure 1.82 m'],
    ['2 hours 30 minutes', 'en', 'measure 2.5 h'],
    ['about a mile, half an inch', 'en', 'measure 1 mi; measure 0.5 in'],
  ],
  'numbers to call': [
    ['call 859-292-3680', 'en', 'phone 8592923680'],
    ['0800 555 111', 'fr', 'phone 800555111'],
    ['30 000 000', 'ru', 'number 30000000'],
  ],
}

for (const [idea, texts] of Object.entries(STATED))
  describe(idea, () => {
    for (const [text, language, stated] of texts)
      test(`${language}: ${text}`, () => assert.equal(short(text, language), stated))
  })

test('a fact says where it stands, also in scripts of which the digits are others', () => {
  const text = 'سنة ٢٠١٨ كانت'
  const [fact] = factsIn(text, 'ar')
  assert.equal(text.slice(fact!.start, fact!.end), fact!.text)
  assert.ok(fact!.text.includes('٢٠١٨'))
})

test('a language without words here has its digits read', () => assert.equal(short('12 apostoli', 'it'), 'number 12'))
