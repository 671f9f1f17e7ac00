import type { Say } from '../../../kit/sentences.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface NounShown {
  title: string
  rights: readonly { sentence: string; isYours: boolean }[]
}

/** Who may do what, noun by noun. */
export function rightsPage(frame: Frame, nouns: readonly NounShown[], say: Say): Html {
  return deskPage(
    frame,
    say('desk.rights'),
    html`<p>${say('rights.hint')}</p>
${nouns.map(
  ({ title, rights }) => html`<section><h2>${title}</h2>
<ul>${rights.map(
    ({
      sentence,
      isYours,
    }) => html`<li>${sentence}${isYours ? html` <span class="role">${say('rights.yours')}</span>` : null}</li>
`,
  )}</ul></section>
`,
)}`,
    say,
  )
}
