import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { entryHtml, readOnlyContext, type ShownComment, type ShownRule } from '../comments/index.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { portraitHtml } from '../html/portrait.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html, joined, madeSafe } from '../html/template.ts'

export interface PersonShown {
  person: { id: number; name: string; accountId: string | null }
  /** What they tell about themselves, as HTML; empty where they tell nothing. */
  about: string
  isHidden: boolean
  /** The address of the picture that they show. */
  portrait: string | null
  /** Where else they are found. */
  links: readonly string[]
  isStaff: boolean
  /** The names that they have lately given up. */
  formerly: readonly string[]
  /** For those who may mute this person. */
  mute: { isMuted: boolean; sending: FormTarget } | null
  /** For those who may say that this imported person is they. */
  claim: { state: 'open' | 'asked' | 'declined'; sending: FormTarget } | null
  written: readonly Written[]
  /** The page of earlier words, where there are any. */
  older: string | null
  rules: readonly ShownRule[]
  /** Whom the one who asks has muted. */
  muted: ReadonlySet<number>
}

export interface Written {
  comment: ShownComment
  /** The edition under which the reader finds it. */
  on: { language: string; slug: string; title: string } | null
}

/** Somebody's page: what they choose to tell, and what they wrote, on what, and when. */
export function personPage(frame: Frame, shown: PersonShown, say: Say): Html {
  const { person, portrait, links, about, isHidden, isStaff, formerly, mute, claim } = shown
  const former = formerly.map((name) => sentenceHtml(say, 'name.formerly', { name: html`<bdi>${name}</bdi>` }))
  return smallPage(
    frame,
    person.name,
    html`${portrait && portraitHtml(portrait)}
${mute ? buttonForm(mute.sending, frame.language, say(mute.isMuted ? 'mute.end' : 'mute.begin')) : null}
${isStaff || former.length > 0 ? html`<p class="tools">${isStaff ? html`<span class="role">${say('staff.badge')}</span> ` : null}${joined(former, ' · ')}</p>` : null}
${person.accountId === null ? html`<p class="tools">${say('person.placeholder')}</p>` : null}
${claim && claimHtml(frame, claim, say)}
${about ? html`<div class="words about" dir="auto">${madeSafe(about)}</div>` : null}
${links.length > 0 ? html`<ul class="tools">${links.map((link) => html`<li><a href="${link}" rel="me nofollow ugc noopener" dir="ltr">${link.replace(/^https:\/\/|\/$/g, '')}</a></li>`)}</ul>` : null}
${isHidden ? html`<p class="nobody-yet">${say('person.hides')}</p>` : writtenHtml(frame, shown, say)}`,
    say,
  )
}

function claimHtml({ language }: Frame, { state, sending }: NonNullable<PersonShown['claim']>, say: Say): Html {
  return html`<p class="hint">${say(`claim-state.${state}`)}</p>
${state === 'declined' ? null : buttonForm(sending, language, say(state === 'asked' ? 'claim.take-back' : 'claim.ask'))}`
}

function writtenHtml(frame: Frame, { person, written, older, rules, muted }: PersonShown, say: Say): Html {
  const context = readOnlyContext(frame, rules, say, muted)
  return html`<h2>${say('person.written')}</h2>
<p class="tools"><a href="${paths.personFeed(person.id, frame.language)}" type="application/atom+xml">${say('follow.feed')}</a></p>
${written.length === 0 ? html`<p class="nobody-yet">${say('person.nothing-written')}</p>` : null}
<ol class="thread inside" role="list">
${written.map(({ comment, on }) => entryHtml(comment, context, { below: on && placeHtml(comment, on, say) }))}</ol>
${older ? html`<a class="more" rel="next" href="${older}">${say('person.older')}</a>` : null}`
}

function placeHtml({ id }: ShownComment, on: NonNullable<Written['on']>, say: Say): Html {
  const title = html`<a href="${paths.comment(id, on.language)}"><bdi>${on.title}</bdi></a>`
  return html`<p class="of tools">${sentenceHtml(say, 'person.on', { title })}</p>`
}
