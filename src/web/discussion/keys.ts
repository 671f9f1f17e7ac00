import type { Say } from '../../kit/sentences.ts'
import { type Html, html } from '../html/template.ts'

const KEYS = [
  ['j', 'reading.key-next'],
  ['k', 'reading.key-previous'],
  ['p', 'reading.key-parent'],
  ['n', 'reading.key-root'],
  ['u', 'reading.key-unread'],
  ['r', 'reading.key-reply'],
  ['q', 'reading.key-quote'],
  ['c', 'reading.key-collapse'],
  ['?', 'reading.key-help'],
] as const

/** The list of keys, closed until script opens it. Keys of one letter can be turned off: WCAG 2.2, 2.1.4. */
export function keysHtml(say: Say): Html {
  return html`<dialog class="keys" aria-labelledby="keys-title"><form method="dialog"><h2 id="keys-title">${say('reading.keys')}</h2>
<dl>${KEYS.map(([key, act]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${say(act)}</dd></div>`)}</dl>
<p class="quiet">${say('reading.keys-hint')}</p>
<label><input type="checkbox" name="on" checked> ${say('reading.keys-on')}</label>
<button class="primary">${say('reading.keys-close')}</button></form></dialog>`
}
