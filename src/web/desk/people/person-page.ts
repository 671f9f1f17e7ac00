import { paths } from '../../../addresses/paths.ts'
import type { Grant, HeldRole, Person } from '../../../domain/people/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, errorHtml, type FormTarget } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { heldIn } from './held-role.ts'
import { type RoleTyped, roleForm } from './role-form.ts'

export interface DeskPersonShown {
  person: Person
  mail: string | null
  roles: readonly HeldRole[]
  story: readonly Grant[]
  /** Of those who gave and took. */
  names: ReadonlyMap<number, string>
  /** Null where the one who asks may give this person nothing. */
  giving: FormTarget | null
  taking: (role: HeldRole) => FormTarget
  isOneself: boolean
  /** Imported names that were theirs. */
  placeholders: readonly Pick<Person, 'id' | 'name'>[]
  /** Null where there is no second step to take away, or it is one's own. */
  factorRemoval: FormTarget | null
  typed: RoleTyped
  error: string | null
  done: boolean
}

/** Somebody, with the roles that they hold, and how these came and went. */
export function deskPersonPage(frame: Frame, data: DeskPersonShown, say: Say): Html {
  const { language, publication } = frame
  const { person, mail, giving, isOneself, done } = data
  const since =
    person.createdAt === null ? null : dateTimeHtml(person.createdAt, 'day', { language, zone: publication.zone })
  return deskPage(
    frame,
    person.name,
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p class="tools">${person.accountId === null ? html`${say('staff.placeholder')} · ` : null}${mail && html`<bdi dir="ltr">${mail}</bdi> · `}${since && html`${sentenceHtml(say, 'staff.joined', { when: since })} · `}<a href="${paths.person(person.id, language)}">${say('staff.public-page')}</a> · <a href="${paths.deskAudit(language, { person: person.id })}">${say('staff.audit')}</a> · <a href="${paths.deskPeople(language)}">${say('desk.people')}</a></p>
<section><h2>${say('staff.roles')}</h2>
${rolesHtml(frame, data, say)}</section>
${giving ? html`<section><h2>${say('staff.give-title')}</h2>${roleForm(frame, giving, data.typed, data.error, say)}</section>` : errorHtml('form-error', data.error)}
${isOneself ? html`<p class="hint">${say('role.not-to-oneself')}</p>` : null}
${handedOverHtml(frame, data, say)}
${
  data.factorRemoval &&
  html`<section><h2>${say('staff.second-factor')}</h2>
<p class="hint">${say('staff.second-factor-hint')}</p>
${buttonForm(data.factorRemoval, language, say('staff.second-factor-take'))}</section>`
}
${data.story.length > 0 ? storyHtml(frame, data, say) : null}`,
    say,
  )
}

function handedOverHtml({ language }: Frame, { person, placeholders }: DeskPersonShown, say: Say): Html | null {
  if (person.accountId === null)
    return html`<p><a href="${paths.deskClaim(person.id, language)}">${say('hand-over.link')}</a></p>`
  if (placeholders.length === 0) return null
  return html`<section><h2>${say('hand-over.names')}</h2>
<ul class="notices">${placeholders.map(({ id, name }) => html`<li><p><a href="${paths.deskClaim(id, language)}"><bdi>${name}</bdi></a></p></li>\n`)}</ul></section>`
}

function rolesHtml(frame: Frame, { roles, taking }: DeskPersonShown, say: Say): Html {
  if (roles.length === 0) return html`<p>${say('staff.no-roles')}</p>`
  return html`<ul class="notices">${roles.map(
    (held) => html`<li><p>${heldIn(frame, held, say)}</p>
${buttonForm(taking(held), frame.language, say('staff.take', { role: say(`role-name.${held.role}`) }))}</li>
`,
  )}</ul>`
}

function storyHtml(frame: Frame, { story, names }: DeskPersonShown, say: Say): Html {
  const { language, publication } = frame
  const when = (at: number) => dateTimeHtml(at, 'short', { language, zone: publication.zone })
  const by = (id: number | null) =>
    id === null ? html`${say('staff.operator')}` : html`<bdi>${names.get(id) ?? id}</bdi>`
  const given = (grant: Grant) => {
    const role = heldIn(frame, grant, say)
    return grant.grantedAt === null
      ? html`${say('staff.given-before', { role })}`
      : sentenceHtml(say, 'staff.given', { role, by: by(grant.grantedById), when: when(grant.grantedAt) })
  }
  const taken = ({ takenAt, takenById }: Grant) =>
    takenAt === null ? null : html`; ${sentenceHtml(say, 'staff.taken', { by: by(takenById), when: when(takenAt) })}`
  return html`<section><h2>${say('staff.story')}</h2>
<ol class="notices" role="list">${story.map(
    (grant) => html`<li><p>${given(grant)}${taken(grant)}</p></li>
`,
  )}</ol></section>`
}
