import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'
import { deviceWords } from './device-words.ts'

export interface SessionShown {
  device: string
  /** In which network it began: 0 for the one from which the page is asked for, then one after the other; null where that is not known. */
  network: number | null
  since: number
  usedAt: number
  /** What ends it; null for the one that asks. */
  ending: FormTarget | null
}

export interface SessionsList {
  sessions: readonly SessionShown[]
  endOthers: FormTarget
}

/** Where one is signed in, and what ends that. */
export function sessionsList(frame: Frame, { sessions, endOthers }: SessionsList, say: Say): Html {
  return html`<section id="sessions"><h2>${say('sessions.title')}</h2>
<p class="hint">${say('sessions.hint')}</p>
<ul class="sessions">${sessions.map(
    (session) => html`<li>${sessionHtml(frame, session, say)}</li>
`,
  )}</ul>
${sessions.length > 1 ? buttonForm(endOthers, frame.language, say('sessions.end-others')) : null}</section>`
}

function sessionHtml({ language, publication: { zone } }: Frame, session: SessionShown, say: Say): Html {
  const { network, since, usedAt, ending } = session
  const [began, used] = [
    dateTimeHtml(since, 'short', { language, zone }),
    dateTimeHtml(usedAt, 'day', { language, zone }),
  ]
  return html`<div><b>${deviceWords(session.device, say)}</b>
<span class="hint">${placeWords(network, say)} ${sentenceHtml(say, 'sessions.times', { began, used })}</span></div>
${ending ? buttonForm(ending, language, say('sessions.end')) : html`<span class="here">${say('sessions.here')}</span>`}`
}

function placeWords(network: number | null, say: Say): string | null {
  if (network === null) return null
  return network === 0 ? say('sessions.same-network') : say('sessions.other-network', { number: network })
}
