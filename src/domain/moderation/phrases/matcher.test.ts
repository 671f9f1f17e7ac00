import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/support/chance.ts'
import type { Id } from '../../../kit/ids.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import type { Phrase } from './phrase.ts'

function phrase(words: string, language: string | null = null): Phrase {
  return { id: words.length as Id<'phrase'>, kind: 'banned', language, sectionId: null, words }
}

function finds(words: string, language: string | null, text: string, textLanguage = language): boolean {
  return createMatcher([phrase(words, language)])(text, textLanguage).length > 0
}

const FOUND: readonly (readonly [words: string, language: string | null, ...texts: string[]])[] = [
  ['spam', 'en', 'Spam!', 'Spamming again', 'SPAMS', '“spam”'],
  ['Idiot', 'de', 'Lauter Idioten.', 'Des Idioten wegen', 'IDIOT'],
  ['дурак', 'ru', 'Одни дураки', 'дураками', 'Дурака не спросили'],
  ['حمار', 'ar', 'هذا الحمار', 'حِمَار'],
  ['menteur', 'fr', 'Tous des menteurs'],
  ['buy followers', 'en', 'I am buying  followers here', 'Buy, followers!'],
  ['menteur', null, 'Menteur, va'],
  ['casino-x.com', null, 'Go to https://casino-x.com/now'],
  ['*idiot*', 'de', 'Du Vollidiot', 'so viele Vollidioten', 'Idiotie'],
  ['vaccin* kill*', 'en', 'Vaccination kills'],
  ['坏蛋', 'zh', '你是坏蛋吗', '你是坏 蛋', '坏*蛋!'],
  ['バカ', 'ja', 'お前はバカだ', 'ﾊﾞｶ'],
  ['死ね', 'ja', '早く死ねよ'],
  ['殺す', 'ja', 'お前を殺すぞ', '殺した', '殺します', '殺さない'],
  ['キモい', 'ja', 'キモかった', 'キモくない'],
  ['зрадник', 'uk', 'зрадники', 'зрадників', 'зрадниками', 'зраднику'],
  ['падлюка', 'uk', 'падлюки', 'падлюку', 'падлюкою', 'падлюці'],
  ['дурень', 'uk', 'дурні', 'дурня', 'дурнем'],
  ['вбити', 'uk', 'вбили', 'вбив'],
  ['козёл', 'ru', 'козлы', 'козлом', 'козел'],
  ['خائن', 'ar', 'خاين', 'خائنين', 'للخائنين', 'والخائن'],
  ['قتل', 'ar', 'يقتل', 'سنقتلهم'],
  ['Lügner', 'de', 'Lügnern', 'Luegner', 'Lugner'],
  ['Arschloch', 'de', 'Arschlöcher', 'Arschloecher'],
  ['dégueulasse', 'fr', 'dégueulasses', 'degueulasse', 'DÉGUEULASSES'],
  ['œuf pourri', 'fr', 'œufs pourris', 'oeufs pourris'],
  ['imbécil', 'es', 'imbéciles', 'imbecil'],
]

for (const [words, language, ...texts] of FOUND)
  test(`${words} is found in each of its forms`, () => {
    for (const text of texts) assert.ok(finds(words, language, text), text)
  })

const DISGUISED: readonly (readonly [words: string, language: string, ...texts: string[]])[] = [
  [
    'spam',
    'en',
    's p a m',
    'I s p a m you',
    's.p.a.m!',
    's p. a m',
    's p a m, <b>m</b>',
    's-p-a-m',
    's_p_a_m',
    's  p  a  m',
    'sp-am',
    's.pam',
    's*p*a*m',
  ],
  ['spam', 'en', 'sp\u200bam', 's\u00adp\u2060am', 's\ufe0fpam', 'ｓｐａｍ', '𝐬𝐩𝐚𝐦', 's̶p̶a̶m̶', 'ⓢⓟⓐⓜ'],
  ['spam', 'en', 'ѕрam', 'ѕрам', 'spɑm', 'σрam spаm', '5p4m', '$p@m', 'spaaaam', 'sssspam', 'spám'],
  ['kill', 'en', 'k1ll', 'ki11', 'kiiiill', 'k!ll'],
  ['дурак', 'ru', 'дypaк', 'д у р а к', 'дура́к', 'дypаки', 'ду-рак'],
  ['сука', 'ru', 'ты cyka', 'cука'],
  ['spam', 'en', 'ꜱᴘᴀᴍ', '🅢🅟🅐🅜', '🇸🇵🇦🇲', 's/p/a/m', 's\np\na\nm', 'sp🙂am', 's🙂p🙂a🙂m'],
  ['liar', 'en', 'Iiar', 'LIar', 'a Iiar you are'],
  ['كلب', 'ar', 'ڪلب', 'ك ل ب', 'كـلـب'],
  ['白痴', 'zh', '白\u20dd痴', '白😀痴'],
  ['viagra', 'en', 'V.I.A.G.R.A', 'vi\u200bаgrа'],
]

for (const [words, language, ...texts] of DISGUISED)
  test(`${words} is seen through ${texts.join(', ')}`, () => {
    for (const text of texts) assert.ok(finds(words, language, text), text)
  })

const INNOCENT: readonly (readonly [
  words: string,
  language: string | null,
  textLanguage: string,
  ...texts: string[],
])[] = [
  ['cunt', 'en', 'en', 'Scunthorpe', 's c u n t h o r p e'],
  ['ass', 'en', 'en', 'assess, classic, passed', 'p a s s', 'as is'],
  ['ass', 'en', 'de', 'Er aß zu viel.'],
  ['hell', 'en', 'en', 'he’ll come', "he'll come", 'hello', 'she’ll', 'shell'],
  ['penis', 'en', 'en', 'Take the pen.Is it yours?', 'the pen is here'],
  ['organ', 'en', 'en', 'an organization'],
  ['ano', 'es', 'es', 'el año pasado'],
  ['Gift', 'de', 'en', 'What a gift this is for the town'],
  ['cop', 'en', 'ru', 'вынеси сор из избы'],
  ['性交', 'zh', 'zh', '男性交往的方式'],
  ['バカ', 'ja', 'ja', '夏のバカンス'],
  ['гад', 'uk', 'uk', 'гадати, нагадка'],
  ['лох', 'ru', 'ru', 'плохо, лохматый'],
  ['حمار', 'ar', 'ar', 'حمراء'],
  ['Mauer', 'de', 'de', 'Maul, Maurer, Mauren'],
  ['spam', 'en', 'en', 'span', 'spa m2', 'a spa. My own'],
  ['"organs"', 'en', 'en', 'one organ'],
]

for (const [words, language, textLanguage, ...texts] of INNOCENT)
  test(`${words} is not found in ${texts.join(', ')}`, () => {
    for (const text of texts) assert.ok(!finds(words, language, text, textLanguage), text)
  })

test('a phrase of another script is found in a text of any language', () => {
  assert.ok(finds('дурак', 'ru', 'Sie дураки, alle', 'de'))
  assert.ok(finds('坏蛋', 'zh', 'You 坏蛋', 'en'))
})

test('what was found is named with the words that it was found in', () => {
  const [found] = createMatcher([phrase('buy followers', 'en')])('Please, BUYING F.O.L.L.O.W.E.R.S now', 'en')
  assert.deepEqual([found?.phrase.words, found?.as], ['buy followers', 'buying followers'])
})

const SIGNS = ['', ' ', '.', '-', '*', '\u200b', '\u00ad', '_', '~', ' . ']
const LOOK_ALIKES: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', s: 'ѕ', i: 'і' }
const word = fc.string({ unit: fc.constantFrom(...'abcdefghklmnoprstuvw'), minLength: 5, maxLength: 12 })

test('whatever sign stands between the letters, and whichever are of another script, a word is found', () => {
  const anyDisguise = fc.tuple(word, fc.constantFrom(...SIGNS), fc.boolean(), fc.boolean())
  fc.assert(
    fc.property(anyDisguise, ([plain, sign, isForeign, isLoud]) => {
      const letters = Array.from(plain, (letter) => (isForeign ? (LOOK_ALIKES[letter] ?? letter) : letter))
      const shown = letters.join(sign)
      return finds(plain, 'en', `so ${isLoud ? shown.toUpperCase() : shown}!`)
    }),
  )
})

test('a word is not found within another', () => {
  fc.assert(
    fc.property(word, word, word, (before, inner, after) => !finds(`"${inner}"`, 'en', `${before}q${inner}q${after}`)),
  )
})

test('no text and no phrase is too odd', () => {
  const odd = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed())
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 5 }), odd, (phrases, text) => {
      createMatcher(phrases.map((one) => phrase(one)))(text, null)
    }),
  )
})

function createMatcher(phrases: readonly Phrase[]): Matcher {
  const { add, matcher } = matcherOf()
  for (const phrase of phrases) add(phrase)
  return matcher
}
