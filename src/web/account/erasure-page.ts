import { paths } from '../../addresses/paths.ts'
import { LEAVINGS, type Leaving } from '../../domain/people/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import { buttonForm, type FormTarget, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface ErasureShown {
  sending: FormTarget
  /** What was asked for, where something was. */
  asked: { leaves: Leaving; dueAt: number; isBegun: boolean } | null
  error: string | null
}

/** Asks what shall be left of an account that is erased; and says so while that can be taken back. */
export function erasurePage(frame: Frame, shown: ErasureShown, say: Say): Html {
  const inside = shown.asked ? askedFor(frame, { ...shown, asked: shown.asked }, say) : asking(frame, shown, say)
  return smallPage(
    frame,
    say('erasure.title'),
    html`${inside}
<p class="tools"><a href="${paths.accountData(frame.language)}">${say('data.title')}</a></p>`,
    say,
  )
}

function askedFor(
  frame: Frame,
  { sending, asked, error }: ErasureShown & { asked: NonNullable<ErasureShown['asked']> },
  say: Say,
): Html {
  if (asked.isBegun) return html`<p>${say('erasure.begun')}</p>`
  const when = dateTimeHtml(asked.dueAt, 'full', { language: frame.language, zone: frame.publication.zone })
  const taking = { ...sending, hidden: { end: '1' } }
  return html`<p>${sentenceHtml(say, 'erasure.due', { when })}</p>
<p>${say(`erasure-leaves.${asked.leaves}`)}</p>
<p>${say('erasure.until-then')}</p>
${error === null ? null : html`<p class="error" role="alert">${error}</p>`}
${buttonForm(taking, frame.language, say('erasure.take-back'), 'primary')}`
}

function asking({ language }: Frame, { sending, error }: ErasureShown, say: Say): Html {
  const choice = (leaves: Leaving) =>
    html`<label class="choice"><input type="radio" name="leaves" value="${leaves}" required> ${say(`erasure-choice.${leaves}`)}</label>
`
  return html`<p>${say('erasure.what')}</p>
<p>${say('erasure.undo-hint')}</p>
${formHtml(
  sending,
  language,
  error,
  html`<fieldset><legend>${say('erasure.which')}</legend>
${LEAVINGS.map(choice)}</fieldset>
<p class="buttons"><button class="primary">${say('erasure.ask')}</button></p>`,
)}`
}
