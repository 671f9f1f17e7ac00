import type { HeldEdit } from '../../domain/discussion/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { wordsHtml } from './comment.ts'
import { readOnlyContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'

export interface HeldEditShown {
  held: Pick<HeldEdit, 'reason' | 'detail'>
  comment: ShownComment
  would: Html
  article: { title: string; path: string }
  /** Whether it is the author who looks. */
  isOwn: boolean
  /** Null for whoever may not decide. */
  deciding: FormTarget | null
}

/** Other words for a comment, beside those that stand, with why they wait. */
export function heldEditPage(frame: Frame, data: HeldEditShown, say: Say): Html {
  const { held, comment, would, article, isOwn, deciding } = data
  const why = isOwn
    ? `${say(`hold.${held.reason}`)} ${say('held-edit.to-author')}`
    : [say(`hold-reason.${held.reason}`), held.detail].filter(Boolean).join(': ')
  const under = html`<a href="${article.path}#c-${comment.id}">${article.title}</a>`
  return smallPage(
    frame,
    say(isOwn ? 'held-edit.title' : 'held-edit.waits'),
    html`<p class="tools">${sentenceHtml(say, 'reply.under', { title: under })}</p>
<p>${why}</p>
<section><h2>${say('held-edit.would')}</h2><div class="words" dir="auto">${would}</div></section>
<section><h2>${say('held-edit.stands')}</h2><div class="words" dir="auto">${wordsHtml(comment, readOnlyContext(frame, [], say))}</div></section>
${deciding ? formHtml(deciding, frame.language, null, html`<p class="buttons"><button class="primary" name="decision" value="let-in">${say('held-edit.let-in')}</button> <button class="plain" name="decision" value="refuse">${say('held-edit.refuse')}</button></p>`) : null}`,
    say,
  )
}
