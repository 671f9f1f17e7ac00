import { type Language, languageFrom } from '../../../kit/language.ts'

/** The site itself: what it is called in each language, and where its readers find it. */
export interface Publication {
  defaultLanguage: Language
  zone: string
  telegram: string | null
  mail: string | null
  /** When Parley filled it with the demo, or null for a publication with articles of its own. */
  demoSince: number | null
  /** In the order in which they are offered. */
  languages: readonly PublicationWords[]
}

export interface PublicationWords {
  language: Language
  name: string
  motto: string
}

const ENGLISH = languageFrom('en')!

/** What an empty publication is called until it says otherwise. */
export const UNNAMED: Publication = {
  defaultLanguage: ENGLISH,
  zone: 'UTC',
  telegram: null,
  mail: null,
  demoSince: null,
  languages: [{ language: ENGLISH, name: 'Parley', motto: '' }],
}
