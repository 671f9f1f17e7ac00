import { z } from 'zod'
import { askEngine } from './asking.ts'
import type { EngineAccess, TranslationEngine } from './engine.ts'
import { EngineTrouble } from './engine-trouble.ts'

const answer = z.object({ translatedText: z.array(z.string()) })

/** It names the scripts of Chinese. */
const CODES: Readonly<Record<string, string>> = { zh: 'zh-Hans' }
const codeOf = (language: string) => CODES[language] ?? language

/** LibreTranslate by its `/translate`. */
export function libreTranslate({ url, key, patienceMs }: EngineAccess): TranslationEngine {
  return {
    name: 'LibreTranslate',
    model: '',
    most: { texts: 20, characters: 4_000 },
    async translate({ texts, from, to }) {
      const json = { q: texts, source: codeOf(from), target: codeOf(to), format: 'text', ...(key && { api_key: key }) }
      const said = answer.safeParse(await askEngine(url, 'translate', { json, patienceMs }))
      if (!said.success) throw new EngineTrouble('wrong-answer', 'LibreTranslate answered without translated texts.')
      return said.data.translatedText
    },
  }
}
