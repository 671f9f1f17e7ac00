import type { Say } from '../../kit/sentences.ts'
import type { Frame } from './frame.ts'
import { layout } from './layout.ts'
import { type Html, type HtmlPart, html } from './template.ts'

/** A small page for one person: a title, what leads to it, and what can be done. */
export function smallPage(frame: Frame, title: string, inside: HtmlPart, say: Say): Html {
  return layout(
    frame,
    { title },
    html`<div class="sheet"><h1>${title}</h1>
${inside}
</div>`,
    say,
  )
}
