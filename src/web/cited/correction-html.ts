import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml, type LocaleZone } from '../html/date-time.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'

/** That something was wrong, as a page says it. */
export interface Correction {
  id: number
  /** The claim that was wrong, where it is one. */
  claimId?: number | null
  weight: string
  wrong: string
  right: string
  /** Since when it stood there. */
  since: number
  at: number
}

/** What was wrong, what is right, and since when. */
export function correctionHtml({ id, weight, wrong, right, since, at }: Correction, place: LocaleZone, say: Say): Html {
  return html`<div class="correction" id="correction-${id}"><p class="quiet">${say(`correction-weight.${weight}`)} · ${dateTimeHtml(at, 'full', place)}</p>
<p dir="auto">${sentenceHtml(say, 'corrections.was', { since: dateTimeHtml(since, 'short', place), words: html`<del>${wrong}</del>` })}</p>
<p dir="auto">${sentenceHtml(say, 'corrections.is', { words: html`<ins>${right}</ins>` })}</p></div>`
}

/** Everything that was corrected in an article, the latest first. */
export function correctionsHtml(corrections: readonly Correction[], place: LocaleZone, say: Say): Html | null {
  if (corrections.length === 0) return null
  return html`<section class="corrections" id="corrections" aria-labelledby="corrections-title"><h2 id="corrections-title">${say('corrections.title')}</h2>
${corrections.map((correction) => correctionHtml(correction, place, say))}</section>`
}
