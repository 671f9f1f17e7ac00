import type { Invitation } from '../../domain/people/index.ts'
import { nameOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface InvitationShown {
  invitation: Invitation
  /** Null for all but the one who is invited. */
  accepting: FormTarget | null
  isStranger: boolean
  doors: { signIn: string; signUp: string }
}

/** Which role is offered to whom; the one who is invited takes it by a button. */
export function invitationPage(
  frame: Frame,
  { invitation, accepting, isStranger, doors }: InvitationShown,
  say: Say,
): Html {
  const { mail, role, sections, languages } = invitation
  const named = sections.map((slug) => frame.sections.find((one) => one.slug === slug)?.name ?? slug)
  const limits = [...named, ...languages.map((tag) => nameOf(tag, frame.language))]
  const offered = html`<b>${say(`role-name.${role}`)}</b>`
  return smallPage(
    frame,
    say('invitation.title'),
    html`<p>${sentenceHtml(say, 'invitation.offers', { publication: frame.publication.name, role: offered, mail: html`<bdi dir="ltr">${mail}</bdi>` })}</p>
<p>${say(`role-name.${role}`)}: ${say(`role-hint.${role}`)}${limits.length > 0 ? html` (<bdi>${limits.join(say('list.between'))}</bdi>)` : null}</p>
${accepting ? buttonForm(accepting, frame.language, say('invitation.accept'), 'primary') : doorsHtml(isStranger, doors, say)}`,
    say,
  )
}

function doorsHtml(isStranger: boolean, { signIn, signUp }: InvitationShown['doors'], say: Say): Html {
  if (!isStranger) return html`<p class="error">${say('invitation.other-address')}</p>`
  return html`<p>${say('invitation.come-in')}</p>
<p class="buttons"><a class="primary" href="${signIn}">${say('layout.sign-in')}</a> <a href="${signUp}">${say('sign-up.title')}</a></p>`
}
