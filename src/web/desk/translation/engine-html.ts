import type { Say } from '../../../kit/sentences.ts'
import { buttonForm } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'
import type { EngineShown, TranslationShown } from './translation-shown.ts'

/** What the engine can draft, how far it is, and what went wrong. */
export function engineHtml({ language }: Frame, { engine, share, forms }: TranslationShown, say: Say): Html | null {
  if (!engine) return null
  const { order, name, sent, inMonth, mostInAMonth } = engine
  const isUnderWay = order?.state === 'waiting'
  return html`<section class="engine"><h2>${say('engine.title')}</h2>
${order ? html`<p role="status">${orderSentence(order, say)}</p>` : null}
${share.missing > 0 && !isUnderWay ? html`<p class="hint">${say('engine.hint', { name, count: share.missing })}</p>${buttonForm(forms.draft, language, say('engine.draft'))}` : null}
<p class="hint">${say('engine.sent', { sent, inMonth, most: mostInAMonth })}</p></section>`
}

function orderSentence({ state, drafted, fault }: NonNullable<EngineShown['order']>, say: Say): string {
  const what = say(`engine.${state}`, { drafted })
  return fault ? `${what} ${say(`engine.fault.${fault}`)}` : what
}
