import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import type { MarkKind } from './mark-kind.ts'

export interface MarkingShown {
  sending: FormTarget
  isMarked: boolean
  /** The number of the comment; null for the article. */
  label: string | null
  article: { title: string; path: string }
}

/** Asks before somebody follows or saves something, and again before that ends. */
export function markingPage(frame: Frame, { name, list }: MarkKind, shown: MarkingShown, say: Say): Html {
  const { sending, isMarked, label, article } = shown
  const title = label === null ? say(`${name}.article-title`) : say(`${name}.comment-title`, { label })
  return smallPage(
    frame,
    title,
    html`<p class="tools">${sentenceHtml(say, 'reply.under', { title: html`<a href="${article.path}">${article.title}</a>` })}</p>
<p class="mark-state">${say(isMarked ? `${name}.begun-hint` : `${name}.hint`)}</p>
${buttonForm(sending, frame.language, say(isMarked ? `${name}.end` : `${name}.begin`), 'primary')}
<p class="tools"><a href="${list(frame.language)}">${say(`${name}.list`)}</a></p>`,
    say,
  )
}
