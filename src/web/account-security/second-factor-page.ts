import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { errorHtml, type FormTarget, fieldHtml, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface SecondFactorShown {
  codesLeft: number
  renew: FormTarget
  remove: FormTarget
  error: string | undefined
}

/** The second factor that one has: new codes for paper, or to do without. Each asks for a code, so that an open browser alone changes nothing. */
export function secondFactorPage(frame: Frame, { codesLeft, renew, remove, error }: SecondFactorShown, say: Say): Html {
  return smallPage(
    frame,
    say('second-factor.title'),
    html`<p class="tools"><a href="${paths.security(frame.language)}">${say('second-factor.to-security')}</a></p>
<p>${say('second-factor.is-on', { count: codesLeft })}</p>
${errorHtml('form-error', error)}
<section><h2>${say('recovery-codes.title')}</h2>
<p>${say('recovery-codes.renew-hint')}</p>
${codeForm(renew, 'renew', say('recovery-codes.renew'))}</section>
<section><h2>${say('second-factor.remove-title')}</h2>
<p>${say('second-factor.remove-hint')}</p>
${codeForm(remove, 'remove', say('second-factor.remove'))}</section>`,
    say,
  )

  function codeForm(sending: FormTarget, what: string, words: string): Html {
    const field = { name: 'code', id: `code-${what}`, label: say('second-step.code'), autocomplete: 'one-time-code' }
    return formHtml(
      sending,
      frame.language,
      null,
      html`${fieldHtml(field)}
<p class="buttons"><button class="plain">${words}</button></p>`,
    )
  }
}
