import { z } from 'zod'
import { askEngine } from './asking.ts'
import type { EngineAccess, TranslationEngine } from './engine.ts'
import { EngineTrouble } from './engine-trouble.ts'

const answer = z.object({ responseData: z.object({ translatedText: z.string() }) })

/** It names languages by three letters. Source: ISO 639-3. */
const CODES: Readonly<Record<string, string>> = {
  ar: 'ara',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  ru: 'rus',
  uk: 'ukr',
  zh: 'zho',
}
const codeOf = (language: string) => CODES[language] ?? language

/** Apertium by the `/translate` of APy, text by text. */
export function apertium({ url, patienceMs }: EngineAccess): TranslationEngine {
  return {
    name: 'Apertium',
    model: '',
    most: { texts: 10, characters: 20_000 },
    async translate({ texts, from, to }) {
      const said: string[] = []
      for (const q of texts) {
        const form = { langpair: `${codeOf(from)}|${codeOf(to)}`, q, markUnknown: 'no', format: 'txt' }
        const one = answer.safeParse(await askEngine(url, 'translate', { form, patienceMs }))
        if (!one.success) throw new EngineTrouble('wrong-answer', 'Apertium answered without a translated text.')
        said.push(one.data.responseData.translatedText)
      }
      return said
    },
  }
}
