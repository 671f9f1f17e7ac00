import type { Say } from '../../kit/sentences.ts'
import type { Frame } from './frame.ts'
import { layout } from './layout.ts'
import { type Html, html, type Part } from './template.ts'

/** A small page for one person: a title, what leads to it, and what can be done. */
export function sheet(frame: Frame, title: string, inside: Part, say: Say): Html {
  return layout(
    frame,
    { title },
    html`<div class="sheet"><h1>${title}</h1>
${inside}
</div>`,
    say,
  )
}
