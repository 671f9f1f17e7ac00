import { paths } from '../../../addresses/paths.ts'
import type { CannedReason, Decision, FiledComment, Rule } from '../../../domain/moderation/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'

/** Words beside those that are decided about. */
export function saidHtml(frame: Frame, comment: FiledComment, names: ReadonlyMap<number, string>, say: Say): Html {
  const { authorId, label, words, state, id } = comment
  const name = (authorId !== null && names.get(authorId)) || say('comment.nobody')
  return html`<blockquote class="beside"><p class="quiet"><b><bdi>${name}</bdi></b> <a href="${paths.comment(id, frame.language)}">${label}</a>${stateHtml(state, say)}</p>
<p class="said" dir="auto">${words || say('case.no-words')}</p></blockquote>
`
}

export function stateHtml(state: FiledComment['state'], say: Say): Html | null {
  return state === 'stands' ? null : html` · ${say(`comment-state.${state}`)}`
}

/** By which rule; they have their numbers for keys. */
export function rulesHtml(rules: readonly Rule[], chosen: string, say: Say): Html {
  return html`<fieldset><legend>${say('removal.rule')}</legend>
${rules.map(
  ({ id, number, title }) =>
    html`<label class="choice"><input type="radio" name="rule" value="${id}" data-key="${number}" required${String(id) === chosen ? html` checked` : null}> <span><b>${number}.</b> ${title}</span></label>
`,
)}</fieldset>`
}

/** A reason that stands ready, chosen by its title; nothing where none does. */
export function cannedHtml(reasons: readonly CannedReason[], chosen: string, say: Say): Html | null {
  if (reasons.length === 0) return null
  return html`<p class="field"><label for="canned">${say('reason.choose')}</label>
<select id="canned" name="canned"><option value="">${say('reason.none')}</option>${reasons.map(
    ({ id, language, title }) =>
      html`<option value="${id}" lang="${language}"${String(id) === chosen ? html` selected` : null}>${title} (${language})</option>`,
  )}</select></p>
`
}

/** What was decided, latest first; nothing where nothing was. */
export function decisionsHtml(
  frame: Frame,
  title: string,
  decisions: readonly Decision[],
  { names, rules }: { names: ReadonlyMap<number, string>; rules: readonly Rule[] },
  say: Say,
): Html | null {
  if (decisions.length === 0) return null
  const line = ({ id, kind, at, byId, ruleId, comments, note, staffNote }: Decision) => {
    const rule = rules.find((one) => one.id === ruleId)
    const by = (byId !== null && names.get(byId)) || say('comment.nobody')
    return html`<li><p><a href="${paths.deskDecision(id, frame.language)}">${say(`decided.${kind}`, { count: comments })}</a>${rule && html` · ${rule.title}`}</p>
<p class="quiet"><bdi>${by}</bdi> · ${dateTimeHtml(at, 'short', { language: frame.language, zone: frame.publication.zone })}</p>
${note && html`<p dir="auto">${note}</p>`}${staffNote && html`<p class="quiet" dir="auto">${staffNote}</p>`}</li>
`
  }
  return html`<section><h2>${say(title)}</h2><ul class="notices">${decisions.map(line)}</ul></section>`
}
