import { paths } from '../../addresses/paths.ts'
import { nameOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, errorHtml, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { commentHtml } from './comment.ts'
import type { RenderContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'

export interface TranslationShown {
  comment: ShownComment
  /** In which language it would be read. */
  into: string
  context: RenderContext
  /** Null where nothing is there yet. */
  translated: Html | null
  /** Has it translated; null where no engine can. */
  sending: FormTarget | null
  error: string | null
}

/** A comment as it was written and, beneath that, as it is translated. */
export function translationPage(frame: Frame, shown: TranslationShown, say: Say): Html {
  const { comment, context, translated, error } = shown
  const { language } = frame
  return smallPage(
    frame,
    say('comment-translation.title', { label: comment.label }),
    html`<div class="answered">${commentHtml(comment, context)}</div>
${
  translated
    ? html`<h2>${say('comment-translation.translated')}</h2>
${translated}`
    : offerHtml(shown, language, say)
}
${errorHtml('form-error', error)}
<p><a href="${paths.comment(comment.id, language)}">${say('reaction.way-back')}</a> · <a href="${paths.reading(language)}">${say('look.languages')}</a></p>
${hereHtml(shown, language, say)}`,
    say,
  )
}

function offerHtml({ comment, sending }: TranslationShown, language: string, say: Say): Html {
  if (comment.language === null) return html`<p>${say('comment-translation.unknown')}</p>`
  if (!sending) return html`<p>${say('comment-translation.no-engine')}</p>`
  return buttonForm(sending, language, say('comment-translation.translate'), 'primary')
}

const PATIENCE_SECONDS = 20

/** What the script says where the reader's own browser translates. */
function hereHtml({ comment, into }: TranslationShown, language: string, say: Say): Html | null {
  if (comment.language === null) return null
  const by = say('comment-translation.here', { language: nameOf(comment.language, language) })
  return html`<p class="quiet here" data-from="${comment.language}" data-into="${into}" data-seconds="${PATIENCE_SECONDS}" data-late="${say('comment-translation.late', { seconds: PATIENCE_SECONDS })}" data-bent="${say('comment-translation.bent-here')}" data-cannot="${say('comment-translation.cannot-here', { language: nameOf(comment.language, language) })}" hidden>${by} <a class="original" href="${paths.comment(comment.id, language)}" data-again="${say('comment-translation.again')}">${say('comment-translation.original')}</a></p>`
}
