import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'

export interface Byline {
  name: string
  role: string
  personId?: number
}

/** Who had which part in an article, one sentence each; each name leads to what else it signs in that language. */
export function bylinesHtml(bylines: readonly Byline[], say: Say, language: string): Html {
  return html`${bylines.map(
    ({ name, role, personId }) =>
      html`<span>${sentenceHtml(say, `byline.${role}`, { name: html`<b>${nameHtml(name, personId, language)}</b>` })}</span>`,
  )}`
}

function nameHtml(name: string, personId: number | undefined, language: string): Html {
  if (personId === undefined) return html`<bdi>${name}</bdi>`
  return html`<a rel="author" href="${paths.author(language, personId)}"><bdi>${name}</bdi></a>`
}
