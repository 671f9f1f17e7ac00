import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Telling } from './telling.ts'

/** A comment's number, which is also the link to where it stands. */
export function numberHtml(
  { id, label }: { id: number; label: string },
  { say, language }: Pick<Telling, 'say' | 'language'>,
): Html {
  return html`<a class="number" href="${paths.comment(id, language)}" title="${say('comment.permalink')}">${label}</a>`
}
