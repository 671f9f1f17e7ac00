import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface SaveShown {
  sending: FormTarget
  isSaved: boolean
  /** The number of the comment; null for the article. */
  label: string | null
  article: { title: string; path: string }
}

/** Asks before something is kept to be found again, and again before it is let go. */
export function savePage(frame: Frame, { sending, isSaved, label, article }: SaveShown, say: Say): Html {
  const title = label === null ? say('saved.article-title') : say('saved.comment-title', { label })
  return smallPage(
    frame,
    title,
    html`<p class="tools">${sentenceHtml(say, 'reply.under', { title: html`<a href="${article.path}">${article.title}</a>` })}</p>
<p>${say(isSaved ? 'saved.saved-hint' : 'saved.hint')}</p>
${buttonForm(sending, frame.language, say(isSaved ? 'saved.end' : 'saved.begin'), 'primary')}
<p class="tools"><a href="${paths.saved(frame.language)}">${say('saved.list')}</a></p>`,
    say,
  )
}
