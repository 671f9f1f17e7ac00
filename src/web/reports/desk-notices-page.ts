import { type GivenNotice, LONGEST_REPORT } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import { errorHtml, type FormTarget, formHtml, keptHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { deskPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

interface NoticesShown {
  /** Each with what was typed as its answer. */
  notices: readonly { notice: GivenNotice; words: string; sending: FormTarget }[]
  error: string | null
}

/** Notices of illegal content that no case holds, each with the form that answers it. */
export function deskNoticesPage(frame: Frame, { notices, error }: NoticesShown, say: Say): Html {
  return deskPage(
    frame,
    say('desk.notices'),
    html`<p>${say('illegal.desk-hint')}</p>
${errorHtml('form-error', error)}
${notices.length === 0 ? html`<p class="nobody-yet">${say('illegal.none')}</p>` : null}
${notices.map(({ notice, words, sending }) => noticeHtml(frame, notice, { sending, words }, say))}`,
    say,
  )
}

function noticeHtml(
  { language, publication }: Frame,
  notice: GivenNotice,
  { sending, words }: { sending: FormTarget; words: string },
  say: Say,
): Html {
  const told: [label: string, value: string | Html][] = [
    [say('illegal.given'), dateTimeHtml(notice.at, 'full', { language, zone: publication.zone })],
    [say('illegal.address'), html`<bdi>${notice.address}</bdi>`],
    [say('illegal.explanation'), html`<span class="typed" dir="auto">${notice.words}</span>`],
    [say('illegal.law'), notice.law],
    [say('illegal.name'), notice.name],
  ]
  const field = `words-${notice.id}`
  const outcome = (value: string) =>
    html`<label class="choice"><input type="radio" name="outcome" value="${value}" required> <span>${say(`illegal.answer-${value}`)}</span></label>
`
  return html`<section><h2>${say('illegal.number')} ${String(notice.id)}</h2>
<dl class="facts">${told.map(([label, value]) => (value === '' ? null : html`<dt>${label}</dt><dd>${value}</dd>`))}</dl>
${keptHtml(
  formHtml(
    sending,
    language,
    null,
    html`<fieldset><legend>${say('illegal.outcome')}</legend>${outcome('upheld')}${outcome('unfounded')}</fieldset>
<p class="field"><label for="${field}">${say('appeal.answer')}</label>
<textarea id="${field}" name="words" rows="3" dir="auto" required aria-describedby="${field}-hint">
${words}</textarea>
<span class="hint" id="${field}-hint">${say('appeal.answer-hint', { limit: LONGEST_REPORT })}</span></p>
<p class="buttons"><button class="primary">${say('illegal.answer')}</button></p>`,
  ),
)}</section>
`
}
