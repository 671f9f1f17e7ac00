import { paths } from '../../addresses/paths.ts'
import type { LostState } from '../../domain/people/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import { buttonForm, type FormTarget, fieldHtml, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface SecondStepShown {
  sending: FormTarget
  error: string | undefined
}

/** The second of two steps: a code of the app, or one on paper, in one field. */
export function secondStepPage(frame: Frame, { sending, error }: SecondStepShown, say: Say): Html {
  const { language } = frame
  return smallPage(
    frame,
    say('second-step.title'),
    html`${formHtml(
      sending,
      language,
      null,
      html`${fieldHtml({ name: 'code', label: say('second-step.code'), hint: say('second-step.hint'), error, autocomplete: 'one-time-code' })}
<p class="buttons"><button class="primary">${say('second-step.submit')}</button></p>`,
    )}
<p class="tools"><a href="${paths.signInSecondLost(language)}">${say('second-step.lost')}</a></p>`,
    say,
  )
}

/** What is left to somebody who has lost both. */
export function lostSecondFactorPage(
  frame: Frame,
  { sending, state }: { sending: FormTarget; state: LostState },
  say: Say,
): Html {
  return smallPage(
    frame,
    say('second-step.lost-title'),
    html`${waysBack(frame, sending, state, say)}
<p class="tools"><a href="${paths.signInSecond(frame.language)}">${say('second-step.back')}</a></p>`,
    say,
  )
}

function waysBack(frame: Frame, sending: FormTarget, state: LostState, say: Say): Html {
  if (state.state === 'staff') return html`<p>${say('second-step.lost-staff')}</p>`
  if (state.state === 'waiting') {
    const when = dateTimeHtml(state.until, 'full', { language: frame.language, zone: frame.publication.zone })
    return html`<p>${sentenceHtml(say, 'second-step.waiting', { when })}</p>`
  }
  const isDue = state.state === 'due'
  return html`<p>${say(isDue ? 'second-step.due' : 'second-step.lost-hint')}</p>
${buttonForm(sending, frame.language, say(isDue ? 'second-step.take-away' : 'second-step.begin-wait'), isDue ? 'primary' : 'plain')}`
}

/** The page that the letter about the waiting links to. */
export function stopWaitPage(frame: Frame, sending: FormTarget, say: Say): Html {
  return smallPage(
    frame,
    say('second-factor.stop-title'),
    html`<p>${say('second-factor.stop-hint')}</p>
${buttonForm(sending, frame.language, say('second-factor.stop'), 'primary')}`,
    say,
  )
}
