import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { foldedHtml } from '../comments/index.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface Followed {
  on: { language: string; slug: string; title: string } | null
  /** The comment whose branch it is, with its beginning unless it has been removed; null for the whole discussion. */
  branch: { id: number; label: string; name: string | null; words: string | null; isMuted: boolean } | null
  /** Ends it. */
  ending: FormTarget
}

export interface FollowsShown {
  followed: readonly Followed[]
  /** The page of what was followed earlier, where there is any. */
  older: string | null
}

/** The discussions and branches that somebody follows. */
export function followsPage(frame: Frame, { followed, older }: FollowsShown, say: Say): Html {
  const { language } = frame
  return smallPage(
    frame,
    say('follow.list'),
    html`<p class="tools"><a href="${paths.account(language)}#notices">${say('notices.to-settings')}</a></p>
${followed.length === 0 ? html`<p class="nobody-yet">${say('follow.nothing')}</p>` : null}
<ul class="notices">
${followed.map((one) => followedHtml(frame, one, say))}</ul>
${older ? html`<a class="more" rel="next" href="${older}">${say('follow.older')}</a>` : null}`,
    say,
  )
}

function followedHtml({ language }: Frame, { on, branch, ending }: Followed, say: Say): Html {
  const title = html`<a href="${on ? paths.article(on.language, on.slug) : '#'}"><bdi>${on?.title ?? ''}</bdi></a>`
  return html`<li>${branch ? branchHtml(branch, title, language, say) : html`<p>${sentenceHtml(say, 'follow.whole', { title })}</p>`}
${buttonForm(ending, language, say('follow.end'))}</li>
`
}

function branchHtml(
  { id, label, name, words, isMuted }: NonNullable<Followed['branch']>,
  title: Html,
  language: string,
  say: Say,
) {
  const link = html`<a href="${paths.comment(id, language)}">${label}</a>`
  const who = html`<b><bdi>${words === null ? say('comment.removed-short') : (name ?? say('comment.nobody'))}</bdi></b>`
  const beginning = html`<p class="quiet" dir="auto">${words ?? say('comment.removed')}</p>`
  return html`<p>${sentenceHtml(say, 'follow.branch', { link, who, title })}</p>
${isMuted && words !== null ? foldedHtml(beginning, say) : beginning}`
}
