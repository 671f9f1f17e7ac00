import { paths } from '../../addresses/paths.ts'
import { type Html, html } from '../html/template.ts'
import type { RenderContext } from './render-context.ts'

/** A comment's number, which is also the link to where it stands. */
export function numberHtml(
  { id, label }: { id: number; label: string },
  { say, language }: Pick<RenderContext, 'say' | 'language'>,
): Html {
  return html`<a class="number" href="${paths.comment(id, language)}" title="${say('comment.permalink')}">${label}</a>`
}
