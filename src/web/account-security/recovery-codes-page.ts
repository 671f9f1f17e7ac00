import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

/** New codes for paper. */
export function recoveryCodesPage(frame: Frame, codes: readonly string[], say: Say): Html {
  return smallPage(
    frame,
    say('recovery-codes.title'),
    html`<p>${say('recovery-codes.hint')}</p>
${recoveryCodesHtml(codes)}
<p class="buttons"><a class="primary" href="${paths.security(frame.language)}">${say('recovery-codes.kept')}</a></p>`,
    say,
  )
}

export function recoveryCodesHtml(codes: readonly string[]): Html {
  return html`<ul class="recovery-codes" dir="ltr">${codes.map(
    (code) => html`<li><code>${code}</code></li>
`,
  )}</ul>`
}
