import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface FollowShown {
  sending: FormTarget
  isFollowed: boolean
  /** The number of the comment whose branch it is; null for the whole discussion. */
  label: string | null
  article: { title: string; path: string }
}

/** Asks before somebody is told of everything new in a discussion or a branch, and again before that ends. */
export function followPage(frame: Frame, { sending, isFollowed, label, article }: FollowShown, say: Say): Html {
  const title = label === null ? say('follow.whole-title') : say('follow.branch-title', { label })
  const submit = say(isFollowed ? 'follow.end' : 'follow.begin')
  return smallPage(
    frame,
    title,
    html`<p class="tools">${sentenceHtml(say, 'reply.under', { title: html`<a href="${article.path}">${article.title}</a>` })}</p>
<p>${say(isFollowed ? 'follow.followed-hint' : 'follow.hint')}</p>
${buttonForm(sending, frame.language, submit, 'primary')}`,
    say,
  )
}
