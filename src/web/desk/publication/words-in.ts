import type { Language } from '../../../kit/language.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import type { Frame } from '../../html/frame.ts'
import { foreign } from '../../html/masthead.ts'
import { type Html, html, joined } from '../../html/template.ts'
import type { Ask } from '../../http/ask.ts'

/** In which of the publication's languages words are typed: the one that is named, or else that of the page. */
export async function wordsIn(ask: Ask, wanted: string | undefined): Promise<Language> {
  const { publication } = await ask.frame()
  const named = publication.languages.find(({ language }) => language === wanted)
  return (named?.language ?? (await ask.language())) as Language
}

/** The ways to the same words in the other languages. */
export function wordsInHtml(
  frame: Frame,
  present: string,
  pathIn: (language: string) => string,
  say: Say,
): Html | null {
  const { languages } = frame.publication
  if (languages.length < 2) return null
  const links = languages.map(({ language }) =>
    language === present
      ? html`<b ${foreign(language)}>${nameOf(language)}</b>`
      : html`<a href="${pathIn(language)}" ${foreign(language)}>${nameOf(language)}</a>`,
  )
  return html`<p class="tools">${say('pictures.words-in')} ${joined(links, ' · ')}</p>`
}
