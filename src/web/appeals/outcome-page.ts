import { paths } from '../../addresses/paths.ts'
import { type Appeal, type Concerned, type Line, LONGEST_ANSWER } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import type { ShownRule } from '../comments/index.ts'
import { errorHtml, type FormTarget, formHtml, keptHtml, wordsField } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { deskPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { concernedHtml } from '../statements/index.ts'

export interface OutcomeShown {
  appeal: Appeal
  /** What whoever objects was told. */
  lines: readonly Line[]
  /** Their words that it was about. */
  words: string | null
  /** Where it was about several comments, each of them, and how many there are. */
  concerned: readonly Concerned[]
  count: number
  comment: { id: number } | null
  /** Whether the one who asks may decide. */
  may: boolean
  /** Whether they decided the first time. */
  isOwn: boolean
  /** By which a comment that was kept can go after all. */
  rules: readonly ShownRule[]
  sending: FormTarget
  answer: string
  errors: Readonly<Record<string, string>>
  error: string | null
}

/** An appeal: what was decided, what is said against it, and the form that decides it. */
export function outcomePage(frame: Frame, shown: OutcomeShown, say: Say): Html {
  const { appeal, lines, words, concerned, count, comment, isOwn, may } = shown
  const { language } = frame
  return deskPage(
    frame,
    say('appeal.title', { number: appeal.id }),
    html`<h2>${say('appeal.said')}</h2>
<blockquote class="words typed" dir="auto"><p>${appeal.words}</p></blockquote>
<h2>${say('appeal.told')}</h2>
<dl class="facts">${lines.map(({ label, value }) => html`<dt>${label}</dt><dd dir="auto">${value}</dd>`)}</dl>
${words === null ? null : html`<h2>${say('appeal.words')}</h2><blockquote class="words" dir="auto"><p>${words}</p></blockquote>`}
${concerned.length === 0 ? null : html`<h2>${say('appeal.words')}</h2>${concernedHtml(concerned, count, language, say)}`}
<p class="tools"><a href="${paths.deskAppeals(language)}">${say('desk.appeals')}</a>${comment && html` · <a href="${paths.comment(comment.id, language)}">${say('log.place')}</a>`}</p>
${appeal.state === 'open' ? null : html`<p>${say(`appeal.${appeal.state}`)}</p>`}
${isOwn && appeal.state === 'open' ? html`<p class="hint">${say(may ? 'appeal.own-allowed' : 'appeal.own-decision')}</p>` : null}
${may ? formOf(language, shown, say) : null}`,
    say,
  )
}

function formOf(language: string, { sending, rules, answer, errors, error }: OutcomeShown, say: Say): Html {
  const outcome = (value: string, words: string) =>
    html`<label class="choice"><input type="radio" name="outcome" value="${value}" required> <span>${words}</span></label>
`
  return keptHtml(
    formHtml(
      sending,
      language,
      error,
      html`<fieldset><legend>${say('appeal.outcome')}</legend>${outcome('grant', say(rules.length > 0 ? 'appeal.grant-removal' : 'appeal.grant'))}${outcome('dismiss', say('appeal.dismiss'))}${errorHtml('outcome-error', errors.outcome)}</fieldset>
${
  rules.length === 0
    ? null
    : html`<fieldset><legend>${say('removal.rule')}</legend>${rules.map(
        ({ id, number, title }) =>
          html`<label class="choice"><input type="radio" name="rule" value="${id}"> <span><b>${number}.</b> ${title}</span></label>
`,
      )}${errorHtml('rule-error', errors.rule)}</fieldset>`
}
${wordsField({ name: 'words', label: say('appeal.answer'), value: answer, hint: say('appeal.answer-hint', { limit: LONGEST_ANSWER }), error: errors.words ?? null, rows: 4 })}
<p class="buttons"><button class="primary">${say('appeal.decide')}</button></p>`,
    ),
  )
}
