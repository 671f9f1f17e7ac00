import type { Say } from '../../kit/sentences.ts'
import { type Html, html } from './template.ts'

/** Has script do some work before a form is sent; without script the field stays empty. */
export function proofField(): Html {
  return html`<proof-of-work><input type="hidden" name="proof" value=""></proof-of-work>`
}

/** A field that nobody sees and that programs fill in. */
export function trapField(say: Say): Html {
  return html`<p class="unseen" aria-hidden="true"><label for="website">${say('trap.leave-empty')}</label> <input id="website" name="website" tabindex="-1" autocomplete="off" value=""></p>`
}
