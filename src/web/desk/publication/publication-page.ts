import { paths } from '../../../addresses/paths.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, type FormTarget } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface PublicationDesk {
  parts: readonly string[]
  changes: readonly { part: string; by: string | null; at: number; undoing: FormTarget | null }[]
  done: boolean
}

/** Where the publication itself is changed, part by part, and each change undone. */
export function publicationPage(frame: Frame, { parts, changes, done }: PublicationDesk, say: Say): Html {
  const { language } = frame
  return deskPage(
    frame,
    say('desk.publication'),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<ul class="notices">${parts.map(
      (part) => html`<li><p><a href="${paths.deskShaping(part, language)}">${say(`publication-part.${part}`)}</a></p>
<p class="quiet">${say(`publication-hint.${part}`)}</p></li>
`,
    )}</ul>
<section><h2>${say('publication.changes')}</h2>
${changes.length === 0 ? html`<p class="nobody-yet">${say('publication.no-changes')}</p>` : null}
<ul class="notices">${changes.map((change) => changeHtml(frame, change, say))}</ul></section>`,
    say,
  )
}

function changeHtml({ language, publication }: Frame, change: PublicationDesk['changes'][number], say: Say): Html {
  const { part, by, at, undoing } = change
  const name = html`<bdi>${by ?? say('comment.nobody')}</bdi>`
  return html`<li><p>${sentenceHtml(say, 'publication.changed-by', { part: say(`publication-part.${part}`), name })}</p>
<p class="quiet">${dateTimeHtml(at, 'short', { language, zone: publication.zone })}${undoing ? null : html` · ${say('publication.undone')}`}</p>
${undoing && buttonForm(undoing, language, say('publication.undo'))}</li>
`
}
