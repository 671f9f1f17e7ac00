import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import { nameOf } from '../../src/kit/language.ts'
import { hasWords, localeOf, sentencesIn, spoken } from '../../src/kit/sentences.ts'
import { dateTimeIn } from '../../src/web/html/date-time.ts'
import { root } from '../run/command.ts'

const PROMISED = ['en', 'ru', 'de', 'ar', 'uk', 'es', 'fr', 'zh']

const words = new Map([...new Set([...PROMISED, ...spoken])].map((language) => [language, sentencesOf(language)]))
const english = words.get('en')!
const source = globSync('src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .join('\n')

test('the interface speaks all that it promises', () => {
  assert.deepEqual(
    PROMISED.filter((language) => !spoken.includes(language)),
    [],
  )
})

test('every language has the same sentences', () => {
  for (const [language, sentences] of words)
    assert.deepEqual(Object.keys(sentences), Object.keys(english), `words/${language}.json`)
})

test('every sentence that is said stands in the words', () => {
  const missing = [...said(), ...troubles()].filter((key) => !(key in english))
  assert.deepEqual([...new Set(missing)], [])
})

test('every sentence in the words is said somewhere', () => {
  const begun = [...source.matchAll(/`([a-z-]+\.(?:[a-z]+-)*)\$\{/g)].map((match) => match[1]!)
  const ended = [...source.matchAll(/`\$\{name\}(\.[a-z-]+)`/g)].map((match) => match[1]!)
  const isEnded = (key: string) =>
    ended.some((end) => key.endsWith(end) && source.includes(`name: '${key.slice(0, -end.length)}'`))
  const unsaid = Object.keys(english).filter(
    (key) => !source.includes(`'${key}'`) && !begun.some((beginning) => key.startsWith(beginning)) && !isEnded(key),
  )
  assert.deepEqual(unsaid, [])
})

test('a sentence asks for the same arguments in every language', () => {
  for (const [language, sentences] of words)
    for (const [key, sentence] of Object.entries(sentences))
      assert.deepEqual(argumentsOf(sentence, language), argumentsOf(english[key]!, 'en'), `${key} in ${language}`)
})

test('every sentence can be said with any number, and says each word form of its language', () => {
  for (const [language, sentences] of words)
    for (const [key, sentence] of Object.entries(sentences)) {
      const format = new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true })
      const names = argumentsOf(sentence, language)
      for (const number of [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000])
        assert.ok(format.format(Object.fromEntries(names.map((name) => [name, number]))), `${key} in ${language}`)
      assert.deepEqual(missingForms(sentence, language), [], `${key} in ${language}`)
    }
})

test('in Spanish and French a million of something stands with “de”, and no lesser number does', () => {
  const forms = /many \{([^{}]*)\} other \{([^{}]*)\}/g
  const isPartOf = (form: string) => /# d(?:e |’)/.test(form)
  for (const language of ['es', 'fr'])
    for (const [key, sentence] of Object.entries(words.get(language)!))
      for (const [, many, other] of sentence.matchAll(forms))
        assert.ok(isPartOf(many!) || !isPartOf(other!), `${key} in ${language}`)
})

test('a choice has the same answers in every language', () => {
  for (const [language, sentences] of words)
    for (const [key, sentence] of Object.entries(sentences))
      assert.deepEqual(choicesIn(sentence, language), choicesIn(english[key]!, 'en'), `${key} in ${language}`)
})

test('markup, addresses and marks that are typed stand in every language as they are', () => {
  const kept = /https?:\/\/|rel="\w+"|\bTK\b|U\+\d{4}|\bHTML\b|\bJSON\b|UTF-8/g
  const typed = (sentence: string) => [...new Set(sentence.match(kept))].sort()
  for (const [language, sentences] of words)
    for (const [key, sentence] of Object.entries(sentences))
      assert.deepEqual(typed(sentence), typed(english[key]!), `${key} in ${language}`)
})

test('a language without words is answered in English as a whole', () => {
  const [eo, en] = [sentencesIn('eo'), sentencesIn('en')]
  assert.equal(eo('discussion.count', { count: 1_234 }), en('discussion.count', { count: 1_234 }))
  const told = (language: string) => dateTimeIn(Date.UTC(2026, 10, 30), 'full', { language, zone: 'UTC' })
  assert.equal(told('eo'), told('en'))
  assert.notEqual(told('es'), told('en'))
  assert.equal(nameOf('de', 'eo'), 'German')
  assert.deepEqual([nameOf('it'), nameOf('de', 'fr')], ['Italiano', 'Allemand'])
  assert.deepEqual([localeOf('eo'), hasWords('eo')], ['en', false])
  assert.deepEqual([localeOf('es-419'), hasWords('es-419')], ['es-419', true])
})

/** Where a sentence chooses by a word, the words by which it does. */
function choicesIn(sentence: string, language: string): string[] {
  const chosen = piecesOf(sentence, language).filter((piece) => 'options' in piece && !('pluralType' in piece))
  const told = chosen.map(
    (piece) => `${'value' in piece && piece.value}: ${'options' in piece && Object.keys(piece.options).sort()}`,
  )
  return [...new Set(told)].sort()
}

function sentencesOf(language: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(root, `words/${language}.json`), 'utf8'))
}

const KEY = /'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g

/** The keys written out where something is said; those put together from parts are seen by their beginnings. */
function said(): string[] {
  return keysIn(/\bsay\(([^(){]*)/g)
}

function troubles(): string[] {
  return keysIn(/new Trouble\(\s*'[a-z]+',([^(){;]*)/g)
}

function keysIn(calls: RegExp): string[] {
  return [...source.matchAll(calls)].flatMap(([, inside]) => [...inside!.matchAll(KEY)].map((match) => match[1]!))
}

type Piece = ReturnType<IntlMessageFormat['getAst']>[number]

function piecesOf(sentence: string, language: string): Piece[] {
  const within = (pieces: readonly Piece[]): Piece[] =>
    pieces.flatMap((piece) => [
      piece,
      ...('options' in piece ? Object.values(piece.options).flatMap(({ value }) => within(value)) : []),
    ])
  return within(new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true }).getAst())
}

const LITERAL = 0
const POUND = 7

function argumentsOf(sentence: string, language: string): string[] {
  const pieces = piecesOf(sentence, language).filter(({ type }) => type !== LITERAL && type !== POUND)
  return [...new Set(pieces.map((piece) => ('value' in piece ? String(piece.value) : '')))].sort()
}

/** The plural forms that a language has and a sentence with a number leaves out. */
function missingForms(sentence: string, language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const plurals = piecesOf(sentence, language).filter((piece) => 'pluralType' in piece)
  return plurals.flatMap((piece) =>
    forms.filter(
      (form) => !('options' in piece && (form in piece.options || (form === 'zero' && '=0' in piece.options))),
    ),
  )
}

/** Words by which a language would address its reader in the other manner. */
const OTHER_ADDRESS: Readonly<Record<string, RegExp>> = {
  es: /(?<!\p{L})(?:[Uu]sted(?:es)?|[Vv]osotr[oa]s|(?:Abra|Elija|Escriba|Diga|Pulse|Ponga|Pegue|Copie|Guarde|Intente|Compruebe|Seleccione|Retire|Pida|Quite|Termine|Tome)|(?:D[ií]ga|Int[eé]nte|M[ií]re|Retíre|Cópie|Propónga)(?:lo|la|los|las))(?!\p{L})/u,
  de: /(?<!\p{L})(?:du|dich|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:tu|toi|ton|tes|t’as|t’es)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:ты|тебя|тебе|тобой|тво(?:й|я|ё|и|его|ей|их|им))(?!\p{L})/iu,
  uk: /(?<!\p{L})(?:ти|тебе|тобі|тобою|тв(?:ій|оя|оє|ої|ого|оєї|оїх|оїм))(?!\p{L})/iu,
  ar: /(?<![\p{L}\p{M}])(?:أنتم|\p{L}+كم(?<!حكم|تراكم|كتم|لكم)|(?:انظر|اختار|اكتب|اسمح|اضغط|حاول|اسأل)وا)(?![\p{L}\p{M}])/u,
}

test('readers are addressed in one manner throughout', () => {
  for (const [language, other] of Object.entries(OTHER_ADDRESS))
    for (const [key, sentence] of Object.entries(words.get(language)!))
      assert.doesNotMatch(sentence, other, `${key} in ${language}`)
})
