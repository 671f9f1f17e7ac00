import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { type Html, html } from '../html/template.ts'

export interface FirstStepsShown {
  /** Whether the publication has a name of its own. */
  isNamed: boolean
  /** What clears the demo; null where there is none. */
  clearing: FormTarget | null
}

/** The way of an administrator to the first article of their own. */
export function firstStepsHtml({ language }: Frame, { isNamed, clearing }: FirstStepsShown, say: Say): Html {
  return html`<section id="first-steps"><h2>${say('first-steps.title')}</h2>
<ol>${clearing && html`<li><p>${say('demo.hint')}</p>${buttonForm(clearing, language, say('demo.clear'))}</li>`}
${isNamed || clearing ? null : html`<li><p><a href="${paths.deskShaping('names', language)}">${say('publication-part.names')}</a></p><p class="quiet">${say('publication-hint.names')}</p></li>`}
<li><p>${say('first-steps.article')}</p><p class="buttons"><a class="button primary" href="${paths.deskNewArticle(language)}">${say('articles.new')}</a></p></li></ol></section>`
}
