import type { Generated } from 'kysely'
import type { Phrase, PhraseId } from './phrase.ts'

export interface PhraseTables {
  phrase: Omit<Phrase, 'id' | 'language'> & {
    id: Generated<PhraseId>
    /** Empty where it is looked for in every language. */
    language: string
  }
}
