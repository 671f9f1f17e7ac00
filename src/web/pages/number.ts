import type { Say } from '../../kit/sentences.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'

/** A comment's number, which is also the link to where it stands. */
export function numberHtml({ id, label }: { id: number; label: string }, say: Say): Html {
  return html`<a class="number" href="${paths.comment(id)}" title="${say('comment.permalink')}">${label}</a>`
}
