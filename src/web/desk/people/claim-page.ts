import { paths } from '../../../addresses/paths.ts'
import type { claimOf, Person } from '../../../domain/people/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, errorHtml, type FormTarget, fieldHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface ClaimShown {
  placeholder: Person
  claim: Awaited<ReturnType<typeof claimOf>> | null
  names: ReadonlyMap<number, string>
  /** Who would get it. */
  heir: (Person & { mail: string | null }) | null
  /** How much there is of what. */
  moves: readonly (readonly [name: string, count: number])[]
  sending: FormTarget
  to: string
  error: string | null
  done: boolean
}

/** An imported name: to whom it may go and what goes with it, or to whom it went. */
export function claimPage(frame: Frame, data: ClaimShown, say: Say): Html {
  const { language } = frame
  const { placeholder, claim, error, done } = data
  return deskPage(
    frame,
    say('hand-over.title', { name: placeholder.name }),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p class="tools"><a href="${paths.deskPerson(placeholder.id, language)}"><bdi>${placeholder.name}</bdi></a> · <a href="${paths.deskAudit(language, { person: claim?.personId ?? placeholder.id })}">${say('staff.audit')}</a> · <a href="${paths.deskPeople(language)}">${say('desk.people')}</a></p>
${errorHtml('form-error', error)}
${claim ? claimedHtml(frame, claim, data, say) : html`${previewHtml(frame, data, say)}${heirForm(frame, data, say)}`}`,
    say,
  )
}

function claimedHtml(
  { language, publication }: Frame,
  { personId, byId, at, canBeUndone }: NonNullable<ClaimShown['claim']>,
  { names, sending }: ClaimShown,
  say: Say,
): Html {
  const name = html`<a href="${paths.deskPerson(personId, language)}"><bdi>${names.get(personId) ?? personId}</bdi></a>`
  const by = byId === null ? html`${say('staff.operator')}` : html`<bdi>${names.get(byId) ?? byId}</bdi>`
  const when = dateTimeHtml(at, 'short', { language, zone: publication.zone })
  return html`<p>${sentenceHtml(say, 'hand-over.went', { name, by, when })}</p>
${
  canBeUndone
    ? html`<p class="hint">${say('hand-over.undo-hint')}</p>
${buttonForm({ ...sending, hidden: { end: '1' } }, language, say('hand-over.undo'))}`
    : html`<p class="hint">${say('claim.not-noted')}</p>`
}`
}

function previewHtml({ language }: Frame, { placeholder, heir, moves, sending }: ClaimShown, say: Say): Html {
  const name = heir && html`<a href="${paths.deskPerson(heir.id, language)}"><bdi>${heir.name}</bdi></a>`
  const lines = moves.filter(([, count]) => count > 0)
  return html`<section><h2>${say('hand-over.moves')}</h2>
<ul class="notices">${lines.map(([what, count]) => html`<li><p>${say(`moved.${what}`, { count })}</p></li>\n`)}</ul>
<p><a href="${paths.person(placeholder.id, language)}">${say('staff.public-page')}</a></p>
${
  heir &&
  html`<p>${sentenceHtml(say, 'hand-over.to-whom', { name: name! })} ${heir.mail && html`<bdi dir="ltr">${heir.mail}</bdi>`}</p>
${buttonForm({ ...sending, hidden: { to: String(heir.id) } }, language, say('hand-over.do'), 'primary')}`
}</section>`
}

function heirForm({ language }: Frame, { placeholder, to }: ClaimShown, say: Say): Html {
  return html`<section><h2>${say('hand-over.whom')}</h2>
<form class="form" action="${paths.deskClaim(placeholder.id)}"><input type="hidden" name="language" value="${language}">
${fieldHtml({ name: 'to', label: say('hand-over.whom-label'), value: to })}
<p class="buttons"><button class="plain">${say('hand-over.look')}</button></p></form></section>`
}
