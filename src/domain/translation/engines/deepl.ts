import { z } from 'zod'
import { BoundedCache } from '../../../kit/bounded-cache.ts'
import { sha256 } from '../../../kit/hash.ts'
import { stableJson } from '../../../kit/json.ts'
import { askEngine } from './asking.ts'
import type { Asked, EngineAccess, TranslationEngine } from './engine.ts'
import { EngineTrouble } from './engine-trouble.ts'

const answer = z.object({ translations: z.array(z.object({ text: z.string() })) })
const made = z.object({ glossary_id: z.string() })

const MOST_GLOSSARIES = 64
const TARGETS: Readonly<Record<string, string>> = { en: 'EN-GB', zh: 'ZH-HANS' }

/** DeepL by its version 2 for texts and 3 for glossaries; a glossary is made once for a pair of languages and its present content. */
export function deepL({ url, key = '', model, patienceMs }: EngineAccess): TranslationEngine {
  const headers = { authorization: `DeepL-Auth-Key ${key}` }
  const glossaries = new BoundedCache<string, Promise<string>>(MOST_GLOSSARIES)

  function glossaryFor({ from, to, glossary }: Asked): Promise<string> {
    const name = `parley ${sha256(stableJson([from, to, glossary])).slice(0, 16)}`
    const known = glossaries.get(name) ?? makeGlossary(name, from, to, glossary)
    glossaries.set(name, known)
    known.catch(() => glossaries.delete(name))
    return known
  }

  async function makeGlossary(name: string, from: string, to: string, glossary: Asked['glossary']) {
    const entries = glossary.map((pair) => pair.map(inACell).join('\t')).join('\n')
    const dictionaries = [{ source_lang: from, target_lang: to, entries, entries_format: 'tsv' }]
    const said = made.safeParse(
      await askEngine(url, 'v3/glossaries', { json: { name, dictionaries }, headers, patienceMs }),
    )
    if (!said.success) throw new EngineTrouble('wrong-answer', 'DeepL made no glossary.')
    return said.data.glossary_id
  }

  return {
    name: 'DeepL',
    model: model ?? '',
    most: { texts: 50, characters: 20_000 },
    async translate(asked) {
      const { texts, from, to, glossary } = asked
      const json = {
        text: texts,
        source_lang: from.toUpperCase(),
        target_lang: TARGETS[to] ?? to.toUpperCase(),
        preserve_formatting: true,
        ...(model && { model_type: model }),
        ...(glossary.length > 0 && { glossary_id: await glossaryFor(asked) }),
      }
      const said = answer.safeParse(await askEngine(url, 'v2/translate', { json, headers, patienceMs }))
      if (!said.success) throw new EngineTrouble('wrong-answer', 'DeepL answered without translated texts.')
      return said.data.translations.map(({ text }) => text)
    },
  }
}

function inACell(form: string): string {
  return form.replace(/[\t\r\n]+/g, ' ')
}
