import { paths } from '../../../addresses/paths.ts'
import type { Edition } from '../../../domain/articles/index.ts'
import type { PairedParagraph, Proposal, Question } from '../../../domain/translation/index.ts'
import { directionOf } from '../../../kit/language.ts'
import { localeOf, type Say } from '../../../kit/sentences.ts'
import { type FormTarget, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { changesHtml } from './pair.ts'

export interface ParagraphShown {
  edition: Edition
  original: Edition
  one: PairedParagraph
  label: string
  proposals: readonly Proposal[]
  questions: readonly (Question & { by: string | null })[]
  sending: FormTarget
  question: string
  error: string | null
  errors: Readonly<Record<string, string>>
}

/** One paragraph of an edition: what is proposed for it, and what its translator may ask. */
export function paragraphPage(frame: Frame, shown: ParagraphShown, say: Say): Html {
  const { edition, original, one, label, questions, sending, question, error, errors } = shown
  const { language } = frame
  return deskPage(
    frame,
    label,
    html`<p class="tools"><a href="${paths.deskTranslation(edition.id, language)}">${say('translation.back')}</a></p>
<blockquote class="markdown" lang="${original.language}" dir="${directionOf(original.language)}">${one.now || one.original}</blockquote>
${one.words ? html`<blockquote class="markdown" lang="${edition.language}" dir="${directionOf(edition.language)}">${one.words}</blockquote>` : null}
<h2>${say('memory.title')}</h2>
${proposalsHtml(frame, shown, say)}
<h2>${say('question.title')}</h2>
${questions.map(({ by, question: asked, answer }) => html`<div class="asked"><p dir="auto"><b><bdi>${by ?? say('comment.nobody')}</bdi></b> ${asked}</p><p dir="auto"${answer === null ? html` class="quiet"` : null}>${answer ?? say('question.waits')}</p></div>`)}
${formHtml(
  sending,
  language,
  error,
  html`${wordsField({ name: 'question', label: say('question.ask'), value: question, hint: say('question.hint'), error: errors.question ?? null, rows: 4 })}
<p class="buttons"><button class="primary">${say('question.send')}</button></p>`,
)}`,
    say,
  )
}

function proposalsHtml({ language }: Frame, { edition, original, one, proposals }: ParagraphShown, say: Say): Html {
  if (proposals.length === 0) return html`<p>${say('memory.none')}</p>`
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent' })
  return html`<ul class="plain-list proposals">${proposals.map(
    (proposal) => html`<li><p class="quiet">${say('memory.like', { share: percent.format(proposal.likeness) })}</p>
${proposal.likeness < 1 ? html`<blockquote lang="${original.language}" dir="${directionOf(original.language)}">${changesHtml(proposal.original, one.now || one.original)}</blockquote>` : null}
<blockquote lang="${edition.language}" dir="${directionOf(edition.language)}">${proposal.words}</blockquote></li>
`,
  )}</ul>`
}
