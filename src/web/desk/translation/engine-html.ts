import { MILLIONTHS } from '../../../domain/translation/index.ts'
import { localeOf, type Say } from '../../../kit/sentences.ts'
import { buttonForm } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'
import type { EngineShown, TranslationShown } from './translation-shown.ts'

/** What the engine can draft, how far it is, and what went wrong. */
export function engineHtml({ language }: Frame, { engine, share, forms }: TranslationShown, say: Say): Html | null {
  if (!engine) return null
  const { order, name, used, inMonth, limits } = engine
  const isUnderWay = order?.state === 'waiting'
  return html`<section class="engine"><h2>${say('engine.title')}</h2>
${order ? html`<p role="status">${orderSentence(order, say)}</p>` : null}
${share.missing > 0 && !isUnderWay ? html`<p class="hint">${say('engine.hint', { name, count: share.missing })}</p>${buttonForm(forms.draft, language, say('engine.draft'))}` : null}
<p class="hint">${say('engine.sent', { sent: used.characters, inMonth: inMonth.characters, most: limits.mostInAMonth })}${costHtml(language, engine, say)}</p></section>`
}

/** What that cost, where the engine has a price. */
function costHtml(language: string, { used, inMonth, limits }: EngineShown, say: Say): Html | null {
  const { price, budget } = limits
  if (!price) return null
  const money = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: price.currency })
  const cost = money.format(used.cost / MILLIONTHS)
  const month = money.format(inMonth.cost / MILLIONTHS)
  const most = budget === undefined ? '' : money.format(budget)
  return html` ${say(most ? 'engine.cost-of' : 'engine.cost', { cost, month, most })}`
}

function orderSentence({ state, drafted, fault }: NonNullable<EngineShown['order']>, say: Say): string {
  const what = say(`engine.${state}`, { drafted })
  return fault ? `${what} ${say(`engine.fault.${fault}`)}` : what
}
