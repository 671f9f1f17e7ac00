import { paths } from '../../addresses/paths.ts'
import { LONGEST_REPORT } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { commentHtml, readOnlyContext, type ShownComment, type ShownRule } from '../comments/index.ts'
import { errorHtml, type FormTarget, formHtml, wordsField } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface ReportShown {
  sending: FormTarget
  comment: ShownComment
  rules: readonly ShownRule[]
  /** Whom the one who asks has muted. */
  muted: ReadonlySet<number>
  /** What was chosen and typed so far; without a rule it is something else. */
  chosen: { ruleId: number | null; words: string }
  /** Where reports of the one who asks weigh less than those of others. */
  weight: { percent: number; upheld: number; unfounded: number } | null
  errors: { rule?: string; words?: string }
}

/** Asks what is wrong with a comment: by which rule of the publication, or in words. */
export function reportForm(frame: Frame, data: ReportShown, say: Say): Html {
  const { sending, comment, rules, muted, chosen, weight, errors } = data
  return smallPage(
    frame,
    say('report.title', { label: comment.label }),
    html`<div class="answered">${commentHtml(comment, readOnlyContext(frame, rules, say, muted))}</div>
<p>${say('report.hint')} ${sentenceHtml(say, 'report.illegal', { form: html`<a href="${paths.illegalContent(frame.language, comment.id)}">${say('illegal.title')}</a>` })}</p>
${weightHtml(weight, say)}
${formHtml(
  sending,
  frame.language,
  null,
  html`${reasonsHtml(rules, chosen.ruleId, errors.rule, say)}
${wordsField({ name: 'words', label: say('report.words'), value: chosen.words, hint: say('report.words-hint', { limit: LONGEST_REPORT }), error: errors.words ?? null, rows: 3, optional: true })}
<p class="buttons"><button class="primary">${say('report.send')}</button> <a href="${paths.comment(comment.id, frame.language)}">${say('reply.cancel')}</a></p>`,
)}`,
    say,
  )
}

/** Tells somebody what their reports weigh, and why. */
export function weightHtml(weight: ReportShown['weight'], say: Say): Html | null {
  return (
    weight && html`<p class="hint">${say('report.weight', { ...weight, total: weight.upheld + weight.unfounded })}</p>`
  )
}

function reasonsHtml(rules: readonly ShownRule[], chosen: number | null, error: string | undefined, say: Say): Html {
  const choice = (value: string, isChosen: boolean, words: Html) =>
    html`<label class="choice"><input type="radio" name="rule" value="${value}" required${isChosen ? html` checked` : null}> <span>${words}</span></label>
`
  return html`<fieldset${error ? html` aria-describedby="rule-error"` : null}><legend>${say('report.reason')}</legend>
${rules.map(({ id, number, title }) => choice(String(id), id === chosen, html`<b>${number}.</b> ${title}`))}${choice('other', false, html`${say('report.other')}`)}${errorHtml('rule-error', error)}</fieldset>`
}
