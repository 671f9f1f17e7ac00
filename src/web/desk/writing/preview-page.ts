import { directionOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import type { Frame } from '../../html/frame.ts'
import { layout } from '../../html/layout.ts'
import { type Html, html } from '../../html/template.ts'

export interface Previewed {
  title: string
  language: string
  article: Html
  back: string
}

/** What readers would see, under a line that says that they do not yet. */
export function previewPage(frame: Frame, { title, language, article, back }: Previewed, say: Say): Html {
  return layout(
    frame,
    { title: say('writing.preview-title', { title: title || say('writing.untitled') }), desk: 'writing' },
    html`<p class="preview-line" role="note">${say('writing.preview-hint')} <a href="${back}">${say('writing.go-on')}</a></p>
<div class="page" lang="${language}" dir="${directionOf(language)}">${article}</div>`,
    say,
  )
}
