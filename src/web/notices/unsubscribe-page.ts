import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

/** Asks before letters to somebody end. */
export function unsubscribePage(frame: Frame, sending: FormTarget, say: Say): Html {
  return smallPage(
    frame,
    say('unsubscribe.title'),
    html`<p>${say('unsubscribe.hint')}</p>
${buttonForm(sending, frame.language, say('unsubscribe.submit'), 'primary')}`,
    say,
  )
}
