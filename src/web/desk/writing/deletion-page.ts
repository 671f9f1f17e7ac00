import { paths } from '../../../addresses/paths.ts'
import type { EditionState } from '../../../domain/articles/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, type FormTarget } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { stateHtml } from './state.ts'

export interface DeletionShown {
  editions: readonly { id: number; language: string; title: string; state: EditionState }[]
  sending: FormTarget
}

/** Asks before an article is deleted in every language. */
export function deletionPage(frame: Frame, { editions, sending }: DeletionShown, say: Say): Html {
  const { language } = frame
  return deskPage(
    frame,
    say('deletion.title'),
    html`<ul class="notices">${editions.map(
      (
        one,
      ) => html`<li><p><a href="${paths.deskEdition(one.id, language)}" lang="${one.language}" dir="${directionOf(one.language)}">${one.title || say('writing.untitled')}</a> <span class="quiet">${nameOf(one.language, language)}</span> ${stateHtml(one.state, say)}</p></li>
`,
    )}</ul>
<p>${say('deletion.hint')}</p>
${buttonForm(sending, language, say('deletion.submit'), 'primary')}`,
    say,
    'writing',
  )
}

export interface DeletedShown {
  articles: readonly { title: string; at: number; by: string | null; until: number; restoration: FormTarget }[]
  done: 'deleted' | 'returned' | null
}

/** What was deleted and can come back, each with the way back. */
export function deletedPage(frame: Frame, { articles, done }: DeletedShown, say: Say): Html {
  const { language, publication } = frame
  const place = { language, zone: publication.zone }
  return deskPage(
    frame,
    say('deletion.list'),
    html`<p class="tools"><a href="${paths.deskArticles(language)}">${say('desk.articles')}</a></p>
${done ? html`<p class="done" role="status">${say(`deletion-done.${done}`)}</p>` : null}
${articles.length === 0 ? html`<p class="nobody-yet">${say('deletion.none')}</p>` : null}
<ul class="notices">${articles.map(
      (one) => html`<li><p><b dir="auto">${one.title || say('writing.untitled')}</b></p>
<p class="quiet">${sentenceHtml(say, 'deletion.deleted', { when: dateTimeHtml(one.at, 'short', place), by: html`<bdi>${one.by ?? say('comment.nobody')}</bdi>`, until: dateTimeHtml(one.until, 'day', place) })}</p>
${buttonForm(one.restoration, language, say('deletion.undo'))}</li>
`,
    )}</ul>`,
    say,
    'writing',
  )
}
