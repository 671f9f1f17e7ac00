import type { Language } from '../../../../kit/language.ts'
import type { Store } from '../../../../store/index.ts'
import { createGate, type NamesAsked, type NamesFound } from '../../gate/index.ts'
import type { FindCarried } from '../../glossary/carrying.ts'
import { comparing, examining } from './comparing.ts'
import type { Examine } from './found.ts'
import type { Compare } from './miss.ts'
import { createNamesBetween, type NamesBetween } from './names-between.ts'

/** What the desk of translations asks about facts and names. */
export interface Comparison {
  examine: Examine
  compareFacts: Compare
  namesBetween: NamesBetween
  findNames: FindNames
  findCarried: FindCarried
  /** Ends the thread that compares. */
  close(): Promise<void>
}

/** Looks for the names of a text in a language, away from the thread that answers readers. */
export type FindNames = (language: Language, asked: NamesAsked) => Promise<NamesFound>

/** Compares with the names of the glossary that stands in this database. */
export function createComparison(store: Store): Comparison {
  const gate = createGate()
  const namesBetween = createNamesBetween(store)
  const examine = examining(gate, namesBetween)
  return {
    examine,
    compareFacts: comparing(examine),
    namesBetween,
    findNames: async (language, asked) => gate.ask('names', await namesBetween(language, language), asked),
    findCarried: async (texts, entry, former) => {
      const language = texts[0]?.language ?? entry.forms[0]!.language
      return gate.ask('carried', await namesBetween(language, language), texts, entry, former)
    },
    close: gate.close,
  }
}
