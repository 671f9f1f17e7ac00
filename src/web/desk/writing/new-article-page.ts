import { paths } from '../../../addresses/paths.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface NewArticleShown {
  sending: FormTarget
  typed: Record<'title' | 'standfirst' | 'editionLanguage', string>
  errors: Readonly<Record<string, string>>
  error: string | null
}

/** Asks for the title and the language of an article that begins. */
export function newArticlePage(frame: Frame, { sending, typed, errors, error }: NewArticleShown, say: Say): Html {
  const { language, publication } = frame
  const chosen = typed.editionLanguage || language
  return deskPage(
    frame,
    say('articles.new'),
    html`<p class="tools"><a href="${paths.deskArticles(language)}">${say('desk.articles')}</a></p>
${formHtml(
  sending,
  language,
  error,
  html`${fieldHtml({ name: 'title', label: say('writing.title'), value: typed.title, error: errors.title, hint: say('articles.title-hint') })}
${fieldHtml({ name: 'standfirst', label: say('writing.standfirst'), value: typed.standfirst, error: errors.standfirst, optional: true })}
<p class="field"><label for="editionLanguage">${say('articles.language')}</label>
<select id="editionLanguage" name="editionLanguage">${publication.languages.map((one) => html`<option value="${one.language}"${one.language === chosen ? html` selected` : null}>${nameOf(one.language, language)}</option>`)}</select></p>
<p class="buttons"><button class="primary">${say('articles.begin')}</button></p>`,
)}`,
    say,
    'writing',
  )
}
