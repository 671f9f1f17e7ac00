import { draftOf, type Wording } from '../../domain/discussion/index.ts'
import { quotationBlock } from '../../text/quotation-blocks.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { SENTENCES } from './sentences.ts'

/** What somebody may say, as a comment by itself and beneath a quotation. */
export interface Saying {
  language: string
  alone: Wording
  quoting: Wording
  /** Exact words of it that somebody may quote. */
  passage: string
}

const SAYINGS = 400
const MOST_SENTENCES = 5

/** Some hundred sayings in several scripts, each made to HTML once; they are the same for every seed. */
export function sayings(): Saying[] {
  const chance = chanceFrom(SAYINGS)
  return Array.from({ length: SAYINGS }, () => saying(chance))
}

function saying(chance: Chance): Saying {
  const [language, sentences] = one(SENTENCES, chance)
  const said = Array.from({ length: 1 + chance.below(MOST_SENTENCES) }, () => one(sentences, chance))
  const passage = said[0]!
  const words = chance.likely(0.3) ? said.join('\n\n') : said.join(' ')
  const quotation = quotationBlock({ words: passage, attribution: passage, of: { comment: 1 } })
  return { language, passage, alone: wordingOf(words), quoting: wordingOf(`${quotation}\n\n${words}`) }
}

function wordingOf(typed: string): Wording {
  const { words, html, plain } = draftOf(typed)
  return { words, html, plain }
}

function one<T>(list: readonly T[], chance: Chance): T {
  return list[chance.below(list.length)]!
}
