import { directionOf } from '../../../../kit/language.ts'
import type { Say } from '../../../../kit/sentences.ts'
import { type Html, html } from '../../../html/template.ts'

/** How a name may be written, each with the scheme that says so. */
export function proposalsHtml(
  proposals: readonly { form: string; scheme: string }[],
  language: string,
  say: Say,
): Html | null {
  if (proposals.length === 0) return null
  return html`<p class="hint proposals">${say('glossary.proposed')} ${proposals.map(
    ({ form, scheme }, at) =>
      html`${at > 0 ? ' · ' : null}<b lang="${language}" dir="${directionOf(language)}">${form}</b> <span class="quiet">(${say(`name-scheme.${scheme}`)})</span>`,
  )}</p>`
}
