import { scriptOf } from '../../../text/stems.ts'
import { cleaned } from './cleaned.ts'
import { baseOf } from './inflection.ts'
import { Insides } from './inside.ts'
import { japaneseForms } from './japanese.ts'
import { type Found, type Phrase, termsOf } from './phrase.ts'
import { createRunReader, type Met } from './runs.ts'
import { type Speech, speechOf } from './speech.ts'
import { unspacedLetters } from './unmasked.ts'
import { isUnspaced, pressed, spacedPart, standsAlone } from './unspaced-text.ts'
import { Vocabulary } from './vocabulary.ts'

/** Finds the phrases that stand in a text; `language` is that of the text where it is known. */
export type Matcher = (text: string, language: string | null) => Found[]

interface Sequence {
  phrase: Phrase
  base: string
  terms: readonly number[]
}

/** Takes phrases one by one; then it looks at each word of a text once, however many they are. */
export function matcherOf(): { add(phrase: Phrase): void; matcher: Matcher } {
  const vocabulary = new Vocabulary()
  const beginning = new Map<number, Sequence[]>()
  const unspaced = new Insides<Phrase>([2, 1])
  const metsIn = createRunReader(vocabulary)

  function add(phrase: Phrase) {
    const clean = cleaned(phrase.words)
    const base = baseOf(phrase.language)
    if (isUnspaced(clean)) return addUnspaced(pressed(clean), base, phrase)
    const terms = termsOf(clean).map((term) => vocabulary.add(base, term))
    const [first] = terms
    if (first !== undefined) beginning.set(first, [...(beginning.get(first) ?? []), { phrase, base, terms }])
  }

  function addUnspaced(letters: string, base: string, phrase: Phrase) {
    for (const form of base === 'ja' ? japaneseForms(letters) : [letters]) unspaced.add(form, phrase)
  }

  function findSpaced(text: string, language: string | null, found: Map<Phrase, string>) {
    const mets = text.split(/\s+/).flatMap(metsIn)
    if (!mets.some(({ terms, inDisguise }) => terms.length + inDisguise.length > 0)) return
    const { speaks, script } = speechOf(
      mets.map(({ word }) => word),
      language,
    )
    const termsAt = mets.map(seenIn(script ?? scriptOfMost(mets)))
    for (const [at, terms] of termsAt.entries())
      for (const { phrase, base, terms: wanted } of terms.flatMap((term) => beginning.get(term) ?? []))
        if (!found.has(phrase) && wanted.every((one, i) => termsAt[at + i]?.includes(one)) && speaks(base))
          found.set(phrase, wanted.map((_, i) => mets[at + i]!.word).join(' '))
  }

  function findUnspaced(text: string, found: Map<Phrase, string>) {
    const letters = pressed(text)
    for (const { part, owner, at } of unspaced.in(letters)) if (standsAlone(letters, at, part)) found.set(owner, part)
  }

  function matcher(text: string, language: string | null): Found[] {
    const found = new Map<Phrase, string>()
    const clean = cleaned(text)
    const holdsUnspaced = isUnspaced(clean)
    if (beginning.size > 0) {
      const spaced = holdsUnspaced ? spacedPart(clean) : clean
      findSpaced(spaced, language, found)
      for (const together of unspacedLetters(spaced)) findSpaced(together, language, found)
    }
    const drawn = text.replace(CAPITAL_I, 'l')
    if (beginning.size > 0 && drawn !== text) findSpaced(spacedPart(cleaned(drawn)), language, found)
    if (holdsUnspaced && !unspaced.isEmpty) findUnspaced(clean, found)
    return [...found].map(([phrase, as]) => ({ phrase, as }))
  }

  return { add, matcher }
}

/** One that stands beside a small letter is seen as an l. */
const CAPITAL_I = /I(?=\p{Ll})|(?<=\p{Ll})I/gu

/** A word that is all of another script than the text around it may be there for its look. */
function seenIn(script: Speech['script']) {
  return ({ word, terms, inDisguise }: Met): readonly number[] =>
    inDisguise.length > 0 && scriptOf(word) !== script ? [...terms, ...inDisguise] : terms
}

function scriptOfMost(mets: readonly Met[]): string | undefined {
  const scripts = mets.map(({ word }) => scriptOf(word))
  const counts = Map.groupBy(scripts, (script) => script)
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
}
