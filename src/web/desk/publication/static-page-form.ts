import { paths } from '../../../addresses/paths.ts'
import { PAGE_PLACES } from '../../../domain/articles/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { shapingButtons } from './previewing.ts'
import { wordsInHtml } from './words-in.ts'

export interface StaticPageTyped {
  slug: string
  place: string
  title: string
  words: string
}

export interface StaticPageForm {
  /** Where it stands, or would. */
  at: string
  typed: StaticPageTyped
  wordsIn: string
  isThere: boolean
  sending: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
}

/** A page's address, its place and its words in one language. */
export function staticPageForm(frame: Frame, form: StaticPageForm, say: Say): Html {
  const { language } = frame
  const { at, typed, wordsIn, isThere, sending, errors, error } = form
  const places = PAGE_PLACES.map(
    (place) =>
      html`<label class="choice"><input type="radio" name="place" value="${place}"${typed.place === place ? html` checked` : null}> ${say(`page-place.${place}`)}</label>
`,
  )
  const inside = html`${fieldHtml({ name: 'title', label: say('publication.title'), value: typed.title, error: errors.title })}
${wordsField({ name: 'words', label: say('publication.words'), value: typed.words, hint: say('publication.markdown-hint'), error: errors.words ?? null, rows: 14 })}
${fieldHtml({ name: 'slug', label: say('publication.slug'), value: typed.slug, hint: say('publication.page-slug-hint'), error: errors.slug, optional: true })}
<fieldset><legend>${say('publication.page-place')}</legend>${places}</fieldset>
${shapingButtons(say)}
${isThere ? html`<details><summary>${say('publication.remove-open')}</summary><p>${say('publication.remove-hint')}</p><button class="plain" name="end" value="1" formnovalidate>${say('publication.remove-page')}</button></details>` : null}`
  return deskPage(
    frame,
    typed.title || say('publication.new-page'),
    html`<p class="tools"><a href="${paths.deskShaping('pages', language)}">${say('publication-part.pages')}</a>${isThere ? html` · <a href="${paths.page(wordsIn, at)}">${say('publication.see')}</a>` : null}</p>
${isThere ? wordsInHtml(frame, wordsIn, (to) => paths.deskStaticPage(at, language, to), say) : null}
${formHtml(sending, language, error, inside)}`,
    say,
  )
}
