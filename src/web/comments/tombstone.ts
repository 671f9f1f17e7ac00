import { paths } from '../../addresses/paths.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'
import { describedAs } from './described.ts'
import { numberHtml } from './number.ts'
import type { RenderContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'

/** What stands in a removed comment's place: its number, by whom it went, when, by which rule, and what still stands. */
export function tombstoneHtml(
  comment: ShownComment,
  { cause, ruleId, at }: NonNullable<ShownComment['tombstone']>,
  context: RenderContext,
): Html {
  const { say, rules, language } = context
  const rule = rules.find(({ id }) => id === ruleId)
  const sentence = sentenceHtml(say, `tombstone.${cause}`, {
    dated: at === null ? 'no' : 'yes',
    when: at === null ? '' : dateTimeHtml(at, 'shortDay', context),
    ruled: rule ? 'yes' : 'no',
    rule: rule ? html`<a href="${paths.rules(language)}#rule-${rule.number}">${rule.title}</a>` : '',
    number: rule?.number ?? 0,
  })
  const standing = comment.replies > 0 ? html` ${say('tombstone.replies', { count: comment.replies })}` : null
  const below = html`${standing}${comment.isLocked ? html` ${say('branch.closed')}` : null}`
  const onward =
    cause === 'moved'
      ? movedHtml(comment, context)
      : context.acts && cause === 'moderators'
        ? onwardHtml(comment, context)
        : null
  return html`<article class="tombstone" data-cause="${cause}" aria-label="${describedAs(comment, context)}">${numberHtml(comment, context)}<p>${sentence}${below}${onward}</p></article>`
}

/** Where the branch stands that stood here. */
function movedHtml({ movedTo }: ShownComment, { language, say }: RenderContext): Html | null {
  return movedTo ? html` <a href="${paths.comment(movedTo, language)}">${say('tombstone.moved-to')}</a>` : null
}

/** The same for everyone; the page behind it knows who may restore. */
function onwardHtml({ id }: ShownComment, { language, say }: RenderContext): Html {
  return html` <a href="${paths.removal(id, language)}">${say('tombstone.onward')}</a>`
}
