import { paths } from '../../../addresses/paths.ts'
import type { ModerationFront, Proposal } from '../../../domain/moderation/index.ts'
import { MOST_COUNTED } from '../../../kit/most-counted.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { proposedKind } from './proposed-kind.ts'

export interface FrontShown {
  front: ModerationFront
  /** What waits for a second person. */
  second: readonly Proposal[]
  names: ReadonlyMap<number, string>
}

/** Where a moderator's day begins. */
export function frontPage(frame: Frame, { front, second, names }: FrontShown, say: Say): Html {
  const { language, publication } = frame
  const { waiting, free, oldest, busy, decided } = front
  const since = oldest && dateTimeHtml(oldest.openedAt, 'short', { language, zone: publication.zone })
  return deskPage(
    frame,
    say('desk.moderation'),
    html`<p role="status"><a href="${paths.deskQueue(language)}">${say(waiting < MOST_COUNTED ? 'queue.count' : 'queue.count-most', { count: waiting })}</a>${since && html` ${sentenceHtml(say, 'moderation.oldest', { when: since })}`}</p>
${waiting > 0 ? html`<p class="buttons"><a class="primary" href="${oldest ? paths.deskCase(oldest.id, language) : paths.deskQueue(language)}">${say('moderation.begin')}</a> <a href="${paths.deskQueue(language, { who: 'free' })}">${say('moderation.free', { count: free })}</a></p>` : null}
${
  second.length === 0
    ? null
    : html`<section><h2>${say('proposal.waits')}</h2>
<ul class="notices">${second.map((one) => html`<li><p><a href="${paths.deskProposal(one.id, language)}">${proposedKind(one, say)}${one.comments > 1 ? html` (${say('bulk.count', { count: one.comments })})` : null}</a> · <bdi>${(one.byId !== null && names.get(one.byId)) || say('comment.nobody')}</bdi> · ${dateTimeHtml(one.at, 'short', { language, zone: publication.zone })}</p></li>\n`)}</ul></section>`
}
<section><h2>${say('moderation.busy')}</h2>
${busy.length === 0 ? html`<p class="quiet">${say('moderation.nobody-busy')}</p>` : null}
<ul class="notices">${busy.map(({ personId, cases }) => html`<li><p><bdi>${names.get(personId) ?? personId}</bdi> · ${say('moderation.cases', { count: cases })}</p></li>\n`)}</ul></section>
<section><h2>${say('moderation.yesterday')}</h2>
${decided.length === 0 ? html`<p class="quiet">${say('moderation.nothing-yesterday')}</p>` : null}
<ul class="notices">${decided.map(({ kind, decisions, comments }) => html`<li><p>${say(`decide.${kind}`)}: ${comments > decisions ? say('moderation.of-comments', { count: decisions, comments }) : decisions}</p></li>\n`)}</ul></section>`,
    say,
  )
}
