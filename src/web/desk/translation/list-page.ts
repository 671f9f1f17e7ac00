import { paths } from '../../../addresses/paths.ts'
import type { EditionWish, ListedTranslation, Share, Translatable } from '../../../domain/translation/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import { localeOf, type Say } from '../../../kit/sentences.ts'
import { type FormTarget, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { stateHtml } from '../writing/state.ts'
import { knownKind } from './misses.ts'

export interface ListShown {
  /** What came through the gate lately. */
  rates: { passages: number; compared: number; overridden: number; kinds: readonly { kind: string; count: number }[] }
  days: number
  listed: readonly (ListedTranslation & { share: Share })[]
  next: readonly (Translatable & { absent: readonly string[]; wishes: readonly EditionWish[]; sending: FormTarget })[]
  older: string | null
}

/** What is being translated, and what could be. */
export function listPage(frame: Frame, { rates, days, listed, next, older }: ListShown, say: Say): Html {
  return deskPage(
    frame,
    say('desk.translation'),
    html`${listed.length === 0 ? html`<p class="nobody-yet">${say('translation.none')}</p>` : null}
<ol class="at-desk" role="list">${listed.map((one) => listedHtml(frame, one, say))}</ol>
${older ? html`<a class="more" rel="next" href="${older}">${say('articles.older')}</a>` : null}
${next.length > 0 ? html`<h2>${say('translation.next')}</h2><ol class="at-desk" role="list">${next.map((one) => nextHtml(frame, one, say))}</ol>` : null}
${rates.passages > 0 ? ratesHtml(frame, rates, days, say) : null}`,
    say,
    'writing',
  )
}

function listedHtml({ language }: Frame, one: ListShown['listed'][number], say: Say): Html {
  const { all, missing, stale, reviewed } = one.share
  return html`<li><h2><a href="${paths.deskTranslation(one.id, language)}" dir="auto">${one.title || say('writing.untitled')}</a></h2>
<p class="quiet">${stateHtml(one.state, say)} <span>${say('translation.from-to', { from: nameOf(one.from, language), to: nameOf(one.language, language) })}</span> <span>${say('translation.share', { all, missing, stale, reviewed })}</span></p></li>
`
}

function nextHtml(
  { language }: Frame,
  { articleId, originalId, title, language: from, absent, wishes, sending }: ListShown['next'][number],
  say: Say,
): Html {
  const id = `into-${articleId}`
  return html`<li><h2 lang="${from}" dir="${directionOf(from)}">${title}</h2>${wishes.length > 0 ? html`<p class="quiet">${say('wish.counted', { wishes: wishesIn(language, wishes) })}</p>` : null}${formHtml(
    { ...sending, hidden: { original: String(originalId) } },
    language,
    null,
    html`<p class="field into"><label for="${id}">${say('translation.new-edition')}</label>
<select id="${id}" name="editionLanguage">${absent.map((one) => html`<option value="${one}">${nameOf(one, language)}</option>`)}</select> <button class="plain">${say('translation.begin')}</button></p>`,
  )}</li>
`
}

function wishesIn(language: string, wishes: readonly EditionWish[]): string {
  const number = new Intl.NumberFormat(localeOf(language))
  const told = wishes.map((wish) => `${nameOf(wish.language, language)} ${number.format(wish.count)}`)
  return new Intl.ListFormat(localeOf(language), { type: 'unit' }).format(told)
}

function ratesHtml(
  { language }: Frame,
  { passages, compared, overridden, kinds }: ListShown['rates'],
  days: number,
  say: Say,
): Html {
  const share = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 })
  return html`<section><h2>${say('gate.title')}</h2>
<p>${say('gate.rates', { days, passages, compared, overridden, share: share.format(compared === 0 ? 0 : overridden / compared) })}</p>
<ul class="plain-list">${kinds.map(({ kind, count }) => html`<li>${say(`gate-kind.${knownKind(kind)}`)}: ${count}</li>`)}</ul></section>`
}
