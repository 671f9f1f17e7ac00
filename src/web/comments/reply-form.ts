import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { commentHtml } from './comment.ts'
import { readOnlyContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'
import type { ShownRule } from './shown-rule.ts'
import { tombstoneHtml } from './tombstone.ts'
import { type Writing, writingForm } from './writing-form.ts'

export interface ReplyShown extends Writing {
  /** The comment that is answered; null for a new thread. */
  parent: ShownComment | null
  rules: readonly ShownRule[]
  /** Whom the one who asks has muted. */
  muted: ReadonlySet<number>
  /** What the one who asks may do with the comment that is answered. */
  may: { edit: boolean; remove: boolean }
}

/** The page on which a comment is written: an answer to another, or a new thread. */
export function replyForm(frame: Frame, data: ReplyShown, say: Say): Html {
  const { parent, article } = data
  const title = parent ? say('reply.title', { label: parent.label }) : say('reply.title-root')
  return smallPage(
    frame,
    title,
    html`<p class="tools">${sentenceHtml(say, 'reply.under', { title: html`<a href="${article.path}">${article.title}</a>` })}</p>
${parent ? answeredHtml(parent, frame, data, say) : null}
${writingForm(frame, data, say('reply.post'), say, parent && followHtml(parent, frame, say))}`,
    say,
  )
}

function followHtml({ id, label }: ShownComment, { language }: Frame, say: Say): Html {
  return html`<p class="tools"><a class="attend" href="${paths.followBranch(id, language)}">${say('follow.comment-title', { label })}</a> · <a class="attend" href="${paths.saveComment(id, language)}">${say('saved.comment-title', { label })}</a></p>`
}

function answeredHtml(parent: ShownComment, frame: Frame, { rules, muted, may }: ReplyShown, say: Say): Html {
  const { id, tombstone } = parent
  const context = readOnlyContext(frame, rules, say, muted)
  const acts = [
    may.edit && html`<a href="${paths.edit(id, frame.language)}">${say('comment.edit')}</a>`,
    may.remove && html`<a href="${paths.removal(id, frame.language)}">${say('comment.remove')}</a>`,
  ]
  return html`<div class="answered">${tombstone ? tombstoneHtml(parent, tombstone, context) : commentHtml(parent, context)}${
    acts.some(Boolean) ? html`<p class="acts">${acts}</p>` : null
  }</div>`
}
