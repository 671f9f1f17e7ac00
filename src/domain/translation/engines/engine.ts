import type { Language } from '../../../kit/language.ts'

/** What an engine is asked: texts that stand alone, and the forms that names and terms have in both languages. */
export interface Asked {
  texts: readonly string[]
  from: Language
  to: Language
  glossary: readonly (readonly [from: string, to: string])[]
}

/** A machine that translates. */
export interface TranslationEngine {
  name: string
  /** Empty where it has but one. */
  model: string
  /** As many texts, and characters in all of them, as one question may hold. */
  most: { texts: number; characters: number }
  /** Answers in the order of the texts; throws EngineTrouble. */
  translate(asked: Asked): Promise<string[]>
}

/** Where an engine is, and by which key it knows the publication. */
export interface EngineAccess {
  /** Without a slash at its end. */
  url: string
  key?: string | undefined
  model?: string | undefined
  /** How long it is waited for. */
  patienceMs?: number | undefined
}
