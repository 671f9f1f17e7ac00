import { nameOf } from '../../kit/language.ts'
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
  /** What the words are said to be in; empty where in no language. */
  spoken: string
  offered: readonly string[]
}

/** The page on which an author corrects what they wrote, as long as the time for it lasts. */
export function editForm(frame: Frame, data: EditShown, say: Say): Html {
  const { label, minutes, article, offered, spoken } = data
  const further = spokenHtml(offered, spoken, frame.language, say)
  return smallPage(
    frame,
    say('edit.title', { label }),
    html`<p class="tools">${sentenceHtml(say, 'reply.under', { title: html`<a href="${article.path}">${article.title}</a>` })} ${say('edit.hint', { minutes })}</p>
${writingForm(frame, { ...data, further }, say('edit.save'), say)}`,
    say,
  )
}

/** In which language the words are, as it was told by them or said by their author. */
function spokenHtml(offered: readonly string[], spoken: string, language: string, say: Say): Html {
  const option = (tag: string, name: string) =>
    html`<option value="${tag}"${tag === spoken ? html` selected` : null}>${name}</option>`
  return html`<p class="field"><label for="spoken">${say('edit.language')}</label>
<select id="spoken" name="spoken">${option('', say('edit.no-language'))}${offered.map((tag) => option(tag, nameOf(tag, language)))}</select></p>`
}
