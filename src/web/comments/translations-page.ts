import { paths } from '../../addresses/paths.ts'
import { nameOf } from '../../kit/language.ts'
import { localeOf, type Say } from '../../kit/sentences.ts'
import { buttonForm, errorHtml, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { commentHtml } from './comment.ts'
import type { RenderContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'

export interface TranslationsShown {
  article: { title: string; path: string }
  /** What the reader understands. */
  reads: readonly string[]
  comments: readonly { comment: ShownComment; translated: Html | null }[]
  context: RenderContext
  /** Has translated what is missing; null where nothing is, or no engine can. */
  sending: FormTarget | null
  further: string | null
  error: string | null
}

/** What of a discussion is in languages that its reader does not understand, translated. */
export function translationsPage(frame: Frame, shown: TranslationsShown, say: Say): Html {
  const { article, reads, comments, context, sending, further, error } = shown
  const { language } = frame
  const names = reads.map((one) => nameOf(one, language))
  const under = html`<a href="${article.path}#discussion">${article.title}</a>`
  return smallPage(
    frame,
    say('comment-translation.all-title'),
    html`<p class="tools">${sentenceHtml(say, 'reply.under', { title: under })}</p>
<p>${say('comment-translation.reads', { languages: new Intl.ListFormat(localeOf(language)).format(names) })} <a href="${paths.reading(language)}">${say('look.languages')}</a></p>
${errorHtml('form-error', error)}
${comments.length === 0 ? html`<p>${say('comment-translation.nothing')}</p>` : null}
${sending && buttonForm(sending, language, say('comment-translation.these'), 'primary')}
<ol class="thread inside" role="list">
${comments.map(
  ({ comment, translated }) => html`<li class="entry">${commentHtml(comment, context)}${translated}</li>
`,
)}</ol>
${further && html`<a class="more" rel="next" href="${further}">${say('comment-translation.further')}</a>`}`,
    say,
  )
}
