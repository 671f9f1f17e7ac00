import type { Generated } from 'kysely'
import type { Phrase, PhraseId } from './phrase.ts'

export interface PhraseTables {
  phrase: Omit<Phrase, 'id' | 'language' | 'sectionId'> & {
    id: Generated<PhraseId>
    /** Empty where it is looked for in every language. */
    language: string
    /** 0 where it holds in the whole publication. */
    sectionId: number
  }
}
