import { languageFrom } from '../kit/language.ts'
import { caseFolded } from './fold.ts'
import { languagesSpokenFor } from './language-guess.ts'
import { scriptOf, stemmedIn, stemOf } from './stems.ts'

/** A word of a text: where it stands, and the terms under which it is found. */
export interface Token {
  start: number
  end: number
  terms: readonly string[]
}

/** What somebody looks for: of each word any one term must be there. */
export type Wanted = readonly (readonly string[])[]

const LONGEST_TERM = 64
/** Scripts written without spaces, in which any two neighbours may be a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Every word of a text in its plain and its stemmed form; the language is guessed for each script where it is unknown. */
export function tokensIn(text: string, language: string | null): Token[] {
  const words = wordsIn(text)
  const stemmedBy = languagesOf(words, language)
  return [...words.map((word) => ({ ...word, terms: termsOf(word.forms, stemmedBy) })), ...neighboursIn(text)]
}

/** The different terms of a text. */
export function termsIn(text: string, language: string | null): string[] {
  return [...new Set(tokensIn(text, language).flatMap(({ terms }) => terms))]
}

/** What the typed words ask for. A few words tell no language, so each is stemmed in every language of its script. */
export function wantedIn(typed: string): Wanted {
  const words = wordsIn(typed).flatMap(({ forms }) => forms.map((form) => termsOf([form], stemmedIn)))
  const runs = unspacedIn(typed).flatMap(({ letters }) =>
    letters.length === 1 ? [[letters[0]!.form]] : pairsIn(letters).map(({ terms }) => terms),
  )
  return [...new Map([...words, ...runs].map((terms) => [terms.join(' '), terms])).values()]
}

interface Word {
  start: number
  end: number
  /** Mostly one; "9.30" is two. */
  forms: readonly string[]
}

function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text.replace(UNSPACED, spaces))) {
    if (!isWordLike) continue
    const forms = formsOf(segment)
    if (forms.length > 0) words.push({ start: index, end: index + segment.length, forms })
  }
  return words
}

function spaces(run: string) {
  return ' '.repeat(run.length)
}

/** Leaves out what is often left out in writing: points and marks over letters of Russian and Arabic, and what cannot be seen. */
function formsOf(word: string): string[] {
  const folded = caseFolded(word.replace(ELIDED, '').normalize('NFKC'))
    .replaceAll('ё', 'е')
    .replace(UNWRITTEN, '')
    .normalize('NFC')
  return (folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(shortened)
}

/** The one letter before or after an apostrophe: "l’eau", "ferry’s". */
const ELIDED = /^\p{L}['’](?=\p{L}{2})|(?<=\p{L}{2})['’]\p{L}$/gu

/** The vowel signs of Arabic, its lengthening stroke, and soft hyphens and their like. */
const UNWRITTEN = /[\u064b-\u065f\u0670\u0640]|\p{Default_Ignorable_Code_Point}/gu

function shortened(form: string): string {
  return form.length > LONGEST_TERM ? Array.from(form).slice(0, LONGEST_TERM).join('') : form
}

type LanguagesOf = (script: string) => readonly string[]

function languagesOf(words: readonly Word[], language: string | null): LanguagesOf {
  const tag = language === null ? undefined : languageFrom(language)
  const known = tag && new Intl.Locale(tag).maximize()
  let guessed: readonly string[] | undefined
  return (script) => {
    if (known && known.script === script) return [known.language]
    if (script !== 'Latn') return stemmedIn(script)
    guessed ??= languagesSpokenFor(words.flatMap(({ forms }) => forms))
    return guessed.length > 0 ? guessed : stemmedIn(script)
  }
}

function termsOf(forms: readonly string[], stemmedBy: LanguagesOf): string[] {
  const terms = new Set(forms)
  for (const form of forms) {
    const script = scriptOf(form)
    if (script) for (const language of stemmedBy(script)) terms.add(stemOf(form, script, language))
  }
  return [...terms]
}

interface Letter {
  start: number
  end: number
  form: string
}

/** Every letter of the unspaced scripts, alone and with its right neighbour. */
function neighboursIn(text: string): Token[] {
  return unspacedIn(text).flatMap(({ letters }) => {
    const alone = letters.map(({ start, end, form }) => ({ start, end, terms: [form] }))
    return [...alone, ...pairsIn(letters)]
  })
}

function unspacedIn(text: string): { letters: Letter[] }[] {
  return [...text.matchAll(UNSPACED)].map(({ 0: run, index }) => {
    let start = index
    return { letters: Array.from(run, letter) }

    function letter(written: string): Letter {
      const from = start
      start += written.length
      return { start: from, end: start, form: caseFolded(written.normalize('NFKC')) }
    }
  })
}

function pairsIn(letters: readonly Letter[]): Token[] {
  return letters.slice(1).map((right, at) => {
    const left = letters[at]!
    return { start: left.start, end: right.end, terms: [left.form + right.form] }
  })
}
