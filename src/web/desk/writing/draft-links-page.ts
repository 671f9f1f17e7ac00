import { paths } from '../../../addresses/paths.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface DraftLinksShown {
  edition: number
  title: string
  links: readonly { name: string; at: number; by: string | null; address: string; withdrawal: FormTarget }[]
  /** For whom another is to be, as it was typed. */
  name: string
  sending: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
}

/** The links to a draft that hold, each with the way to end it, and room for another. */
export function draftLinksPage(frame: Frame, shown: DraftLinksShown, say: Say): Html {
  const { language, publication } = frame
  const { edition, title, links, name, sending, errors, error } = shown
  const place = { language, zone: publication.zone }
  return deskPage(
    frame,
    say('draft-link.title'),
    html`<p class="tools"><a href="${paths.deskEdition(edition, language)}"><bdi>${title || say('writing.untitled')}</bdi></a></p>
<p>${say('draft-link.hint')}</p>
${links.length === 0 ? html`<p class="nobody-yet">${say('draft-link.none')}</p>` : null}
<ul class="notices">${links.map(
      (link) => html`<li><p><b dir="auto">${link.name}</b></p>
<p><a class="address" rel="nofollow noreferrer" href="${link.address}" dir="ltr">${link.address}</a></p>
<p class="quiet">${sentenceHtml(say, 'draft-link.made', { when: dateTimeHtml(link.at, 'short', place), by: html`<bdi>${link.by ?? say('comment.nobody')}</bdi>` })}</p>
${buttonForm(link.withdrawal, language, say('draft-link.withdraw'))}</li>
`,
    )}</ul>
${formHtml(
  sending,
  language,
  error,
  html`${fieldHtml({ name: 'name', label: say('draft-link.name'), value: name, hint: say('draft-link.name-hint'), error: errors.name })}
<p class="buttons"><button class="primary">${say('draft-link.make')}</button></p>`,
)}`,
    say,
    'writing',
  )
}
