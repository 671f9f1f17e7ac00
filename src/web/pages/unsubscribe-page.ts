import type { Say } from '../../kit/sentences.ts'
import { type Html, html } from '../html.ts'
import { buttonForm, type Sending } from './form.ts'
import type { Frame } from './frame.ts'
import { sheet } from './sheet.ts'

/** Asks before letters to somebody end. */
export function unsubscribePage(frame: Frame, sending: Sending, say: Say): Html {
  return sheet(
    frame,
    say('unsubscribe.title'),
    html`<p>${say('unsubscribe.hint')}</p>
${buttonForm(sending, frame.language, say('unsubscribe.submit'), 'primary')}`,
    say,
  )
}
