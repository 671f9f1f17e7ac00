import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { type Writing, writingForm } from './writing-form.ts'

export interface EditShown extends Writing {
  label: string
  /** How long after posting a comment may still be edited. */
  minutes: number
}

/** The page on which an author corrects what they wrote, as long as the time for it lasts. */
export function editForm(frame: Frame, data: EditShown, say: Say): Html {
  const { label, minutes, article } = data
  return smallPage(
    frame,
    say('edit.title', { label }),
    html`<p class="tools">${sentenceHtml(say, 'reply.under', { title: html`<a href="${article.path}">${article.title}</a>` })} ${say('edit.hint', { minutes })}</p>
${writingForm(frame, data, say('edit.save'), say)}`,
    say,
  )
}
