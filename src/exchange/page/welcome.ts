import { isEmpty, publicationOf, savePublication } from '../../domain/articles/index.ts'
import { beginWithRules } from '../../domain/moderation/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Writing } from '../../store/index.ts'
import type { CapturedPage } from './captured-page.ts'

/** Names an empty publication after the page; in one that has a name, sees that the page's language is offered. */
export async function welcome(tx: Writing, page: CapturedPage, language: Language, at: number): Promise<void> {
  await beginWithRules(tx)
  const before = await publicationOf(tx)
  const words = { language, name: page.publication, motto: '' }
  if (await isEmpty(tx)) {
    const { zone } = page
    await savePublication(tx, { ...before, defaultLanguage: language, zone, languages: [words] }, at)
  } else if (!before.languages.some((offered) => offered.language === language)) {
    const name = before.languages[0]?.name ?? page.publication
    await savePublication(tx, { ...before, languages: [...before.languages, { ...words, name }] }, at)
  }
}
