import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, errorHtml, type FormTarget, formHtml, keptHtml, wordsField } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { deskPage, smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { besideTranslation, commentHtml } from './comment.ts'
import { readOnlyContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'
import type { ShownRule } from './shown-rule.ts'

export interface RemovalShown {
  sending: FormTarget
  /** Brings it up as a case; null for its author. */
  bringing: FormTarget | null
  comment: ShownComment
  /** Whether the reader removes their own words, for which no rule is asked. */
  own: boolean
  rules: readonly ShownRule[]
  /** What was chosen and typed so far. */
  chosen: { ruleId: number | null; note: string }
  /** What was wrong, with the rule or with the note. */
  errors: { rule?: string; note?: string }
}

/** Asks before words are removed; moderators say by which rule and why. */
export function removalForm(frame: Frame, data: RemovalShown, say: Say): Html {
  const { sending, bringing, comment, own, rules, chosen, errors } = data
  const context = readOnlyContext(frame, rules, say)
  const kept = own ? (form: Html) => form : keptHtml
  return (own ? smallPage : deskPage)(
    frame,
    say('removal.title', { label: comment.label }),
    html`<div class="answered">${commentHtml(comment, context)}</div>
${own ? null : besideTranslation(comment, frame, say)}
<p>${say(own ? 'removal.own-hint' : 'removal.hint')}</p>
${kept(
  formHtml(
    sending,
    frame.language,
    null,
    html`${own ? errorHtml('rule-error', errors.rule) : [rulesChoice(rules, chosen.ruleId, errors.rule, say), noteField(chosen.note, errors.note, say)]}
<p class="buttons"><button class="primary">${say('removal.remove')}</button> <a href="${paths.comment(comment.id, frame.language)}">${say('reply.cancel')}</a></p>`,
  ),
)}
${bringing && buttonForm(bringing, frame.language, say('case.bring-up'))}`,
    say,
  )
}

function rulesChoice(rules: readonly ShownRule[], chosen: number | null, error: string | undefined, say: Say): Html {
  return html`<fieldset${error ? html` aria-describedby="rule-error"` : null}><legend>${say('removal.rule')}</legend>
${rules.map(
  ({ id, number, title }) =>
    html`<label class="choice"><input type="radio" name="rule" value="${id}" required${id === chosen ? html` checked` : null}> <span><b>${number}.</b> ${title}</span></label>
`,
)}${errorHtml('rule-error', error)}</fieldset>`
}

function noteField(note: string, error: string | undefined, say: Say): Html {
  return wordsField({
    name: 'note',
    label: say('removal.note'),
    value: note,
    hint: say('removal.note-hint'),
    error: error ?? null,
    rows: 3,
    optional: true,
  })
}
