import { paths } from '../../addresses/paths.ts'
import type { HeldComment } from '../../domain/discussion/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { shortDateTimeHtml } from '../html/date-time.ts'
import { type Html, html, madeSafe } from '../html/template.ts'
import { withQuotations } from './quotation.ts'
import type { RenderContext } from './render-context.ts'

/** A comment that waits: who, when, that it waits and why, and the words. */
export function heldHtml(held: HeldComment, context: RenderContext, isOwn: boolean): Html {
  const { say, language } = context
  const { author, postedAt, html: words, quotations } = held
  const name = author ? html`<a href="${paths.person(author.id, language)}">${author.name}</a>` : say('comment.nobody')
  return html`<article class="comment held"><header><bdi class="author">${name}</bdi><a class="number" href="${paths.held(held.id, language)}">${say('held.badge')}</a>${
    postedAt === null ? null : shortDateTimeHtml(postedAt, context)
  }</header><p class="quiet">${isOwn ? toAuthor(held, say) : toModerators(held, say)}</p>
<div class="words" dir="auto">${madeSafe(withQuotations(words, quotations, context))}</div></article>`
}

/** @NOTE what exactly a rule found is for moderators: who writes learns what the rule wants. */
function toAuthor({ reason }: HeldComment, say: Say): string {
  return `${say(reason === null ? 'hold.by-moderator' : `hold.${reason}`)} ${say('held.to-author')}`
}

function toModerators({ reason, detail, note }: HeldComment, say: Say): string {
  const why = say(reason === null ? 'hold-reason.by-moderator' : `hold-reason.${reason}`)
  return [why, detail, note].filter(Boolean).join(': ')
}
