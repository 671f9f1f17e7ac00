import { countryName } from '../../kit/country.ts'
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
  /** From which country, in two letters; null where that is not known. */
  country: string | null
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
<p class="hint">${say(sessions.some(({ country }) => country) ? 'sessions.hint-country' : 'sessions.hint')}</p>
<ul class="sessions">${sessions.map(
    (session) => html`<li>${sessionHtml(frame, session, say)}</li>
`,
  )}</ul>
${sessions.length > 1 ? buttonForm(endOthers, frame.language, say('sessions.end-others')) : null}</section>`
}

function sessionHtml({ language, publication: { zone } }: Frame, session: SessionShown, say: Say): Html {
  const { since, usedAt, ending } = session
  const [began, used] = [
    dateTimeHtml(since, 'short', { language, zone }),
    dateTimeHtml(usedAt, 'day', { language, zone }),
  ]
  return html`<div><b>${deviceWords(session.device, say)}</b>
<span class="hint">${placeWords(session, language, say)} ${sentenceHtml(say, 'sessions.times', { began, used })}</span></div>
${ending ? buttonForm(ending, language, say('sessions.end')) : html`<span class="here">${say('sessions.here')}</span>`}`
}

function placeWords({ country, network }: SessionShown, language: string, say: Say): string {
  const within = country === null ? [] : [say('sessions.country', { country: countryName(country, language) })]
  return [...within, ...networkWords(network, say)].join(' ')
}

function networkWords(network: number | null, say: Say): string[] {
  if (network === null) return []
  return [network === 0 ? say('sessions.same-network') : say('sessions.other-network', { number: network })]
}
