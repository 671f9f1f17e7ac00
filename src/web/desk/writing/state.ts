import type { EditionState } from '../../../domain/articles/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type Html, html } from '../../html/template.ts'

/** What an edition is at present, in a word. */
export function stateHtml(state: EditionState, say: Say): Html {
  return html`<span class="state ${state}">${say(`edition-state.${state}`)}</span>`
}
