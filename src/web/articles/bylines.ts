import type { Say } from '../../kit/sentences.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'

export interface Byline {
  name: string
  role: string
}

/** Who had which part in an article, one sentence each. */
export function bylinesHtml(bylines: readonly Byline[], say: Say): Html {
  return html`${bylines.map(
    ({ name, role }) =>
      html`<span>${sentenceHtml(say, `byline.${role}`, { name: html`<b><bdi>${name}</bdi></b>` })}</span>`,
  )}`
}
