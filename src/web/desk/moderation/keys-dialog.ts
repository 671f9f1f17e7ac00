import type { Say } from '../../../kit/sentences.ts'
import { type Html, html } from '../../html/template.ts'

/** Which keys there are; script fills it with those of the page and shows it at "?". */
export function keysDialog(say: Say): Html {
  return html`<desk-keys><button class="plain" type="button" hidden>${say('desk-keys.show')}</button>
<dialog aria-label="${say('desk-keys.title')}"><h2>${say('desk-keys.title')}</h2><dl></dl>
<form method="dialog"><button class="primary">${say('desk-keys.close')}</button></form></dialog></desk-keys>`
}
