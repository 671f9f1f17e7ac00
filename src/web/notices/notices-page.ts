import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface ShownNotice {
  id: number
  kind: string
  commentId: number
  label: string
  /** Who wrote the comment, where that is known. */
  name: string | null
  at: number
  readAt: number | null
  on: { language: string; slug: string; title: string } | null
  /** How the comment begins; null where it has been removed. */
  words: string | null
}

export interface NoticesShown {
  notices: readonly ShownNotice[]
  corrections: readonly {
    at: number
    readAt: number | null
    correction: { id: number; language: string; slug: string; title: string; right: string }
  }[]
  /** How many asks for imported names wait for whoever sees this. */
  waiting: number
  /** How many questions of translators do. */
  questions: number
  reading: FormTarget
  /** The page of earlier ones, where there are any. */
  older: string | null
}

/** What a person was told, each a way to the comment in its place. */
export function noticesPage(
  frame: Frame,
  { notices, corrections, waiting, questions, reading, older }: NoticesShown,
  say: Say,
): Html {
  const { language } = frame
  const hasUnread = [...notices, ...corrections].some(({ readAt }) => readAt === null)
  return smallPage(
    frame,
    say('notices.title'),
    html`<p class="tools"><a href="${paths.account(language)}#notices">${say('notices.to-settings')}</a> · <a href="${paths.follows(language)}">${say('follow.list')}</a></p>
${waiting > 0 ? html`<p><a href="${paths.deskPeople(language)}">${say('desk.waiting', { count: waiting })}</a></p>` : null}
${questions > 0 ? html`<p><a href="${paths.translationQuestions(language)}">${say('question.waiting', { count: questions })}</a></p>` : null}
${hasUnread ? buttonForm(reading, language, say('notices.read')) : null}
${notices.length + corrections.length === 0 ? html`<p class="nobody-yet">${say('notices.none')}</p>` : null}
${corrections.length > 0 ? correctionsHtml(frame, corrections, say) : null}
<ol class="notices">
${notices.map((notice) => noticeHtml(frame, notice, say))}</ol>
${older ? html`<a class="more" rel="next" href="${older}">${say('notices.older')}</a>` : null}`,
    say,
  )
}

function correctionsHtml({ language, publication }: Frame, corrections: NoticesShown['corrections'], say: Say): Html {
  const line = ({ at, readAt, correction }: NoticesShown['corrections'][number]) => {
    const { id, slug, title, right } = correction
    const to = html`<a href="${paths.article(correction.language, slug)}#correction-${id}"><bdi>${title}</bdi></a>`
    return html`<li${readAt === null ? html` class="unread"` : null}><p>${sentenceHtml(say, 'notices.correction', { title: to })} <span class="quiet">${dateTimeHtml(at, 'short', { language, zone: publication.zone })}</span></p>
<p class="quiet" dir="auto">${right}</p></li>
`
  }
  return html`<ol class="notices" aria-label="${say('corrections.title')}">
${corrections.map(line)}</ol>`
}

function noticeHtml({ language, publication }: Frame, notice: ShownNotice, say: Say): Html {
  const { kind, commentId, label, name, at, readAt, on, words } = notice
  const link = html`<a href="${paths.comment(commentId, language)}">${label}</a>`
  const who = html`<b><bdi>${words === null ? say('comment.removed-short') : (name ?? say('comment.nobody'))}</bdi></b>`
  const title = html`<bdi>${on?.title ?? ''}</bdi>`
  return html`<li${readAt === null ? html` class="unread"` : null}><p>${sentenceHtml(say, `notices.${kind}`, { who, link, title })} <span class="quiet">${dateTimeHtml(at, 'short', { language, zone: publication.zone })}</span></p>
<p class="quiet" dir="auto">${words ?? say('comment.removed')}</p></li>
`
}
