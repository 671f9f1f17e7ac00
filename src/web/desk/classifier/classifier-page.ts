import type { Classifier, Figures } from '../../../domain/moderation/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { errorHtml, type FormTarget, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

/** A text that was tried, its score in hundredths, and what moved it. */
export interface Tried {
  text: string
  score: number
  moved: readonly { piece: string; by: number }[]
}

export interface ClassifierShown {
  latest: Classifier | undefined
  before: readonly Classifier[]
  isInUse: boolean
  /** In hundredths; 0 where nothing is held. */
  heldFrom: number
  /** What could be learnt of so far, where nothing was. */
  seen: { removed: number; kept: number } | undefined
  fewest: number
  figures: readonly Figures[]
  /** Undefined for those who only see. */
  setting: FormTarget | undefined
  trial: FormTarget
  tried: Tried | undefined
  done: boolean
  error: string | null
}

/** What was learnt from decisions, what it is worth, and what follows from it. */
export function classifierPage(frame: Frame, data: ClassifierShown, say: Say): Html {
  const { latest, isInUse, seen, fewest, done } = data
  return deskPage(
    frame,
    say('desk.classifier'),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p>${say('classifier.hint')}</p>
${seen ? html`<p class="nobody-yet">${say('classifier.too-few', { removed: seen.removed, kept: seen.kept, limit: fewest })}</p>` : null}
${latest ? worthHtml(frame, latest, say) : null}
${latest && isInUse ? figuresHtml(frame, data, say) : null}
${isInUse ? trialHtml(frame, data, say) : null}
${beforeHtml(frame, data, say)}`,
    say,
  )
}

function worthHtml(frame: Frame, { at, removed, kept, ranking, isUsed, tested }: Classifier, say: Say): Html {
  const when = dateTimeHtml(at, 'full', { language: frame.language, zone: frame.publication.zone })
  return html`<section><h2>${say('classifier.learnt')}</h2>
<p>${sentenceHtml(say, 'classifier.of', { when, removed: html`${removed}`, kept: html`${kept}` })}</p>
<p>${say('classifier.ranks', { ranking: percent(ranking), tested: tested.length })} ${say(isUsed ? 'classifier.used' : 'classifier.weak')}</p></section>`
}

function figuresHtml(
  { language }: Frame,
  { figures, heldFrom, setting, error, latest }: ClassifierShown,
  say: Say,
): Html {
  const row = ({ from, found, precision, recall }: Figures) =>
    html`<tr><th scope="row">${setting ? choice(from, heldFrom) : null} <label for="from-${from}">${from}</label></th><td>${found}</td><td>${percent(precision)} %</td><td>${percent(recall)} %</td></tr>
`
  const table = html`<div class="wide"><table><caption>${say('classifier.figures-hint', { tested: latest!.tested.length })}</caption>
<thead><tr><th scope="col">${say('classifier.from')}</th><th scope="col">${say('classifier.found')}</th><th scope="col">${say('classifier.precision')}</th><th scope="col">${say('classifier.recall')}</th></tr></thead>
<tbody>${figures.map(row)}</tbody></table></div>`
  const none = html`<label class="choice">${choice(0, heldFrom)} <span>${say('classifier.hold-none')}</span></label>`
  const inside = setting
    ? formHtml(
        setting,
        language,
        null,
        html`${errorHtml('classifier-error', error)}${table}
${none}
<p class="buttons"><button class="primary">${say('classifier.set')}</button></p>`,
      )
    : table
  return html`<section id="figures"><h2>${say('classifier.figures')}</h2>
<p>${heldFrom === 0 ? say('classifier.holds-none') : say('classifier.holds', { from: heldFrom })}</p>
${inside}</section>`
}

function choice(from: number, heldFrom: number): Html {
  return html`<input type="radio" id="from-${from}" name="from" value="${from}"${from === heldFrom ? html` checked` : null}>`
}

function trialHtml({ language }: Frame, { trial, tried }: ClassifierShown, say: Say): Html {
  const field = {
    name: 'text',
    label: say('phrase.trial-text'),
    value: tried?.text ?? '',
    hint: say('phrase.trial-hint'),
  }
  return html`<section id="trial"><h2>${say('classifier.trial')}</h2>
${tried ? triedHtml(tried, say) : null}
${formHtml(
  trial,
  language,
  null,
  html`${wordsField({ ...field, rows: 4 })}
<p class="buttons"><button class="plain">${say('classifier.try')}</button></p>`,
)}</section>`
}

function triedHtml({ score, moved }: Tried, say: Say): Html {
  const side = (towards: boolean) => moved.filter(({ by }) => by > 0 === towards)
  const list = (key: string, pieces: Tried['moved']) =>
    pieces.length > 0 &&
    html`<p>${say(key)} ${pieces.map(({ piece, by }, at) => html`${at > 0 ? ' · ' : null}<bdi>${piece}</bdi> (${Math.abs(by).toFixed(2)})`)}</p>
`
  return html`<div role="status"><p><b>${say('classifier.score', { score })}</b></p>
${list('classifier.moved-up', side(true))}${list('classifier.moved-down', side(false))}</div>`
}

function beforeHtml({ language, publication }: Frame, { before }: ClassifierShown, say: Say): Html | null {
  if (before.length === 0) return null
  return html`<section><h2>${say('classifier.before')}</h2>
<ul class="notices">${before.map(
    ({ at, removed, kept, ranking, tested }) =>
      html`<li><p>${dateTimeHtml(at, 'full', { language, zone: publication.zone })}</p>
<p class="quiet">${say('classifier.before-one', { removed, kept, ranking: percent(ranking), tested: tested.length })}</p></li>
`,
  )}</ul></section>`
}

function percent(share: number): number {
  return Math.round(share * 100)
}
