import type { HeldComment } from '../../domain/discussion/index.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { heldHtml } from './held-comment.ts'
import { readOnlyContext } from './render-context.ts'

export interface HeldShown {
  held: HeldComment
  article: { title: string; path: string }
  /** Whether it is the author who looks. */
  isOwn: boolean
}

/** A comment that waits, with why, for its author or for who moderates. */
export function heldPage(frame: Frame, { held, article, isOwn }: HeldShown, say: Say): Html {
  const under = html`<a href="${article.path}#discussion">${article.title}</a>`
  return smallPage(
    frame,
    say('held.title'),
    html`<p class="tools">${sentenceHtml(say, 'reply.under', { title: under })}</p>
${heldHtml(held, readOnlyContext(frame, [], say), isOwn)}`,
    say,
  )
}
