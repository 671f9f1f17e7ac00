import { paths } from '../../../addresses/paths.ts'
import type { Invitation } from '../../../domain/people/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, type FormTarget, fieldHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { heldIn } from '../people/held-role.ts'
import { type RoleTyped, roleForm } from '../people/role-form.ts'

export interface InvitationsShown {
  open: readonly (Invitation & { by: string | null; withdrawal: FormTarget })[]
  inviting: FormTarget
  typed: RoleTyped & { mail: string }
  errors: { mail: string | undefined; form: string | null | undefined }
  /** How long a link is good. */
  days: number
  done: boolean
}

/** Who is invited and has not come yet, and the form to invite somebody. */
export function invitationsPage(frame: Frame, data: InvitationsShown, say: Say): Html {
  const { open, inviting, typed, errors, days, done } = data
  const mail = { name: 'mail', label: say('account.mail'), type: 'email', value: typed.mail } as const
  const before = fieldHtml({ ...mail, hint: say('invitation.hint', { days }), error: errors.mail })
  return deskPage(
    frame,
    say('desk.invitations'),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p class="tools"><a href="${paths.deskPeople(frame.language)}">${say('desk.people')}</a></p>
${open.length === 0 ? html`<p class="nobody-yet">${say('invitation.none')}</p>` : null}
<ul class="notices">${open.map((one) => openHtml(frame, one, say))}</ul>
<section><h2>${say('invitation.invite')}</h2>
${roleForm(frame, inviting, typed, errors.form ?? null, say, { before, submit: say('invitation.send') })}</section>`,
    say,
  )
}

function openHtml(frame: Frame, invitation: InvitationsShown['open'][number], say: Say): Html {
  const { language, publication } = frame
  const when = dateTimeHtml(invitation.until, 'short', { language, zone: publication.zone })
  const by = html`<bdi>${invitation.by ?? say('comment.nobody')}</bdi>`
  return html`<li><p><bdi dir="ltr">${invitation.mail}</bdi>: ${heldIn(frame, invitation, say)}</p>
<p class="quiet">${sentenceHtml(say, 'invitation.open-until', { by, when })}</p>
${buttonForm(invitation.withdrawal, language, say('invitation.withdraw'))}</li>
`
}
