import { paths } from '../../../addresses/paths.ts'
import type { HeldRole } from '../../../domain/people/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, type FormTarget, fieldHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { heldIn } from './held-role.ts'

export interface PeopleShown {
  /** Those who say that they are somebody who was imported. */
  asks: readonly {
    placeholderId: number
    placeholder: string
    personId: number
    name: string
    at: number
    declining: FormTarget
  }[]
  typed: string
  people: readonly { id: number; name: string; isPlaceholder: boolean; roles: readonly HeldRole[] }[]
  /** Whether more of them were found than are shown. */
  hasMore: boolean
  /** The page of those who come after, where there are any. */
  further: string | null
}

/** Where an administrator finds somebody, beginning with those who hold a role. */
export function peoplePage(frame: Frame, { asks, typed, people, hasMore, further }: PeopleShown, say: Say): Html {
  const { language } = frame
  const held = (roles: readonly HeldRole[]) => roles.map((role) => heldIn(frame, role, say)).join('; ')
  return deskPage(
    frame,
    say('desk.people'),
    html`<p class="tools"><a href="${paths.deskInvitations(language)}">${say('desk.invitations')}</a></p>
<form class="form" role="search" action="${paths.deskPeople()}"><input type="hidden" name="language" value="${language}">
${fieldHtml({ name: 'begins', label: say('staff.search'), type: 'search', value: typed, hint: say('staff.search-hint'), optional: true })}
<p class="buttons"><button class="primary">${say('staff.find')}</button></p></form>
${asks.length > 0 ? asksHtml(frame, asks, say) : null}
<h2>${say(typed ? 'staff.found' : 'staff.list')}</h2>
${people.length === 0 ? html`<p class="nobody-yet" role="status">${say('staff.none')}</p>` : null}
<ul class="notices">
${people.map(
  ({
    id,
    name,
    isPlaceholder,
    roles,
  }) => html`<li><p><a href="${paths.deskPerson(id, language)}"><bdi>${name}</bdi></a></p>
<p class="quiet">${isPlaceholder ? say('staff.placeholder') : held(roles) || say('staff.reader')}</p></li>
`,
)}</ul>
${typed && hasMore ? html`<p class="tools">${say('staff.more')}</p>` : null}
${further ? html`<a class="more" rel="next" href="${further}">${say('staff.further')}</a>` : null}`,
    say,
  )
}

function asksHtml(frame: Frame, asks: PeopleShown['asks'], say: Say): Html {
  const { language, publication } = frame
  const line = ({ placeholderId, placeholder, personId, name, at, declining }: PeopleShown['asks'][number]) => {
    const who = html`<a href="${paths.deskPerson(personId, language)}"><bdi>${name}</bdi></a>`
    const whom = html`<a href="${paths.person(placeholderId, language)}"><bdi>${placeholder}</bdi></a>`
    return html`<li><p>${sentenceHtml(say, 'hand-over.asked', { who, whom })}</p>
<p class="quiet">${dateTimeHtml(at, 'short', { language, zone: publication.zone })}</p>
<p><a href="${paths.deskClaim(placeholderId, language, personId)}">${say('hand-over.look')}</a></p>
${buttonForm(declining, language, say('hand-over.decline'))}</li>
`
  }
  return html`<section><h2>${say('hand-over.asks')}</h2>
<ul class="notices">${asks.map(line)}</ul></section>`
}
