import type { EditionId } from '../../domain/articles/index.ts'
import { keepOriginal, translationOf } from '../../domain/translation/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Writing } from '../../store/index.ts'

interface Signed {
  value: { bylines: readonly Byline[] }
  editions: readonly { language: Language; value: { original?: Language | undefined } }[]
}

interface Byline {
  role: string
  only?: Language | undefined
}

/** Of which edition each of an article's translations is one: as its file says, or else of the only edition that nobody has translated. */
export function originalsIn({ value, editions }: Signed): Map<Language, Language> {
  const translated = translatedIn(value.bylines)
  const [only, ...others] = editions.filter(({ language, value }) => !translated.has(language) && !value.original)
  const derived = others.length === 0 ? only?.language : undefined
  return new Map(
    editions.flatMap(({ language, value: { original } }): [Language, Language][] => {
      const found = original ?? (translated.has(language) ? derived : undefined)
      return found && found !== language ? [[language, found]] : []
    }),
  )
}

/** The languages that somebody signs as their translator alone. */
export function translatedIn(bylines: readonly Byline[]): ReadonlySet<Language> {
  return new Set(bylines.flatMap(({ role, only }) => (role === 'translator' && only ? [only] : [])))
}

/** Says of which editions others are translations. @NOTE what no file says outright is said once, and changes nothing that was said at the desk. */
export async function writeOriginals(
  tx: Writing,
  article: Signed,
  ids: ReadonlyMap<Language, EditionId>,
  at: number,
): Promise<void> {
  for (const [language, of] of originalsIn(article)) {
    const [id, originalId] = [ids.get(language), ids.get(of)]
    if (id === undefined || originalId === undefined) continue
    const isSaid = article.editions.some((one) => one.language === language && one.value.original === of)
    if (isSaid || !(await translationOf(tx, id))) await keepOriginal(tx, { id, originalId, at })
  }
}
