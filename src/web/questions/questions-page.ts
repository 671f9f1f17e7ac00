import type { Question } from '../../domain/translation/index.ts'
import { nameOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { errorHtml, type FormTarget, formHtml, WRONG_FIELD } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface QuestionsShown {
  questions: readonly (Question & { by: string | null; language: string })[]
  forms: readonly FormTarget[]
  isDone: boolean
  typed: { question: number; answer: string } | null
  error: string | null
  errors: Readonly<Record<string, string>>
}

/** What translators ask, each with its paragraph and room for the answer. */
export function questionsPage(frame: Frame, shown: QuestionsShown, say: Say): Html {
  const { questions, isDone, error } = shown
  return smallPage(
    frame,
    say('question.list'),
    html`${isDone ? html`<p class="done" role="status">${say('question.answered')}</p>` : null}
${errorHtml('form-error', error)}
${questions.length === 0 ? html`<p class="nobody-yet">${say('question.none')}</p>` : null}
<ol class="plain-list asked-list">${questions.map((_, index) => questionHtml(frame, shown, index, say))}</ol>`,
    say,
  )
}

function questionHtml(
  { language }: Frame,
  { questions, forms, typed, errors }: QuestionsShown,
  index: number,
  say: Say,
): Html {
  const { id, by, original, question, language: into } = questions[index]!
  const name = html`<b><bdi>${by ?? say('comment.nobody')}</bdi></b>`
  const own = typed?.question === id ? typed.answer : ''
  const error = typed?.question === id ? errors.answer : undefined
  return html`<li><blockquote dir="auto">${original}</blockquote>
<p>${sentenceHtml(say, 'question.asks', { name, language: html`${nameOf(into, language)}` })}</p><p dir="auto">${question}</p>
${formHtml(
  forms[index]!,
  language,
  null,
  html`<p class="field"><label for="answer-${id}">${say('question.answer')}</label>
<textarea id="answer-${id}" name="answer" rows="3" dir="auto" required${error ? html` aria-describedby="answer-${id}-error"${WRONG_FIELD}` : null}>
${own}</textarea></p>${errorHtml(`answer-${id}-error`, error)}
<p class="buttons"><button class="primary">${say('question.send')}</button></p>`,
)}</li>
`
}
