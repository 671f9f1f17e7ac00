import { paths } from '../../addresses/paths.ts'
import type { QrCode } from '../../kit/qr-code.ts'
import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { currentField } from './password-form.ts'
import { recoveryCodesHtml } from './recovery-codes-page.ts'
import { comeAgainHtml } from './security-page.ts'

export interface ProposalShown {
  sending: FormTarget
  secret: string
  recoveryCodes: readonly string[]
  picture: QrCode
  asksCurrent: boolean
  comeAgain: FormTarget | null
  /** Whether the publication asks it of them. */
  isDemanded: boolean
  errors: Partial<Record<'code' | 'current', string>>
  error: string | null
}

/** The way to a second factor on one page: scan, keep, type. */
export function secondFactorProposalPage(frame: Frame, shown: ProposalShown, say: Say): Html {
  const { isDemanded, comeAgain } = shown
  return smallPage(
    frame,
    say('second-factor.title'),
    html`<p class="tools"><a href="${paths.security(frame.language)}">${say('second-factor.to-security')}</a></p>
${isDemanded ? html`<p class="done" role="status">${say('second-factor.demanded')}</p>` : null}
<p>${say('second-factor.hint')}</p>
${comeAgain ? comeAgainHtml(frame, comeAgain, say) : steps(frame, shown, say)}`,
    say,
  )
}

function steps({ language }: Frame, shown: ProposalShown, say: Say): Html {
  const { sending, secret, recoveryCodes, picture, asksCurrent, errors, error } = shown
  return html`<section><h2>${say('second-factor.scan')}</h2>
${qrHtml(picture, say('second-factor.picture'))}
<p class="hint">${say('second-factor.type-secret')}</p>
<p class="code"><code dir="ltr">${secret.replace(/.{4}(?!$)/g, '$& ')}</code></p></section>
<section><h2>${say('second-factor.keep')}</h2>
<p>${say('recovery-codes.hint')}</p>
${recoveryCodesHtml(recoveryCodes)}</section>
<section><h2>${say('second-factor.type')}</h2>
${formHtml(
  sending,
  language,
  error,
  html`${fieldHtml({ name: 'code', label: say('second-factor.code'), error: errors.code, autocomplete: 'one-time-code', inputmode: 'numeric' })}
${asksCurrent ? currentField(errors.current, say) : null}
<p class="buttons"><button class="primary">${say('second-factor.submit')}</button></p>`,
)}</section>`
}

/** @NOTE always dark on light, for not every phone reads the other way round. */
function qrHtml({ size, path }: QrCode, words: string): Html {
  return html`<svg class="qr-code" role="img" aria-label="${words}" viewBox="0 0 ${size} ${size}" width="220" height="220" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
}
