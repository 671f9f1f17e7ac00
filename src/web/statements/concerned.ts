import { paths } from '../../addresses/paths.ts'
import type { Concerned } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { type Html, html } from '../html/template.ts'

/** Each of the comments that a decision about many was about, as it was, and how many more there are. */
export function concernedHtml(concerned: readonly Concerned[], count: number, language: string, say: Say): Html | null {
  if (concerned.length === 0) return null
  const more = count - concerned.length
  return html`<ol class="notices" role="list">
${concerned.map(
  ({ id, label, words }) => html`<li>${
    label === ''
      ? null
      : html`<p class="quiet"><a href="${paths.comment(id, language)}">${label}</a></p>
`
  }<blockquote class="words" dir="auto"><p>${words ?? say('case.no-words')}</p></blockquote></li>
`,
)}</ol>
${more > 0 ? html`<p>${say('bulk.more', { count: more })}</p>` : null}`
}
