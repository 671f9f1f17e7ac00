import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface MutedPerson {
  id: number
  name: string
  /** Ends it. */
  sending: FormTarget
}

/** Whose words are folded away for the one who asks. */
export function mutedPage(frame: Frame, people: readonly MutedPerson[], say: Say): Html {
  const { language } = frame
  return smallPage(
    frame,
    say('mute.list'),
    html`<p>${say('mute.hint')}</p>
${people.length === 0 ? html`<p class="nobody-yet">${say('mute.nobody')}</p>` : null}
<ul class="notices">
${people.map(
  ({ id, name, sending }) => html`<li><a href="${paths.person(id, language)}"><bdi>${name}</bdi></a>
${buttonForm(sending, language, say('mute.end'))}</li>
`,
)}</ul>`,
    say,
  )
}
