import { paths } from '../../../addresses/paths.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { shapingButtons } from './previewing.ts'

export interface FrontDesk {
  articles: readonly { id: number; title: string; place: string }[]
  most: number
  sending: FormTarget
  error: string | null
}

/** The latest articles, each with room for its place. */
export function frontDeskPage(frame: Frame, { articles, most, sending, error }: FrontDesk, say: Say): Html {
  const { language } = frame
  const inside = html`${articles.map(
    ({ id, title, place }) => html`<input type="hidden" name="articles" value="${id}">
${fieldHtml({ name: 'places', id: `place-${id}`, label: title, inputmode: 'numeric', value: place, optional: true })}
`,
  )}${shapingButtons(say)}`
  return deskPage(
    frame,
    say('publication-part.front'),
    html`<p class="tools"><a href="${paths.deskOfPublication(language)}">${say('desk.publication')}</a></p>
<p>${say('front.places-hint', { most })}</p>
${articles.length === 0 ? html`<p class="nobody-yet">${say('front.empty')}</p>` : formHtml(sending, language, error, inside)}`,
    say,
  )
}
