import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

/** Greets a site's user by the name that they have here, and says on what terms one takes part. */
export function joiningPage(frame: Frame, { sending, name }: { sending: FormTarget; name: string }, say: Say): Html {
  const rules = html`<a href="${paths.rules(frame.language)}">${say('sign-up.rules')}</a>`
  return smallPage(
    frame,
    say('joining.title'),
    html`<p>${sentenceHtml(say, 'joining.greeting', { name: html`<b><bdi>${name}</bdi></b>` })}</p>
<p>${sentenceHtml(say, 'joining.hint', { rules })}</p>
${buttonForm(sending, frame.language, say('joining.submit'), 'primary')}
<p class="tools"><a href="${paths.account(frame.language)}">${say('joining.otherwise')}</a></p>`,
    say,
  )
}
