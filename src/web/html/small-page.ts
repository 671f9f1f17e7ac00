import type { Say } from '../../kit/sentences.ts'
import { WRONG_FIELD } from './fields.ts'
import type { Frame } from './frame.ts'
import { type Head, layout } from './layout.ts'
import { type Html, type HtmlPart, html } from './template.ts'

/** A small page for one person: a title, what leads to it, and what can be done. */
export function smallPage(frame: Frame, title: string, inside: HtmlPart, say: Say): Html {
  return sheet(frame, { title }, inside, say)
}

/** The same for somebody at their work in the publication. */
export function deskPage(frame: Frame, title: string, inside: HtmlPart, say: Say, desk: true | 'writing' = true): Html {
  return sheet(frame, { title, desk }, inside, say)
}

function sheet(frame: Frame, head: Head, inside: HtmlPart, say: Say): Html {
  const title = isRefused(String(inside)) ? say('form.refused-title', { title: head.title }) : head.title
  return layout(
    frame,
    { ...head, title },
    html`<div class="sheet"><h1>${head.title}</h1>
${inside}
</div>`,
    say,
  )
}

/** Whether it holds a form that has come back, which its title says, too. @NOTE what readers write has no elements of its own here. */
function isRefused(inside: string): boolean {
  return inside.includes(String(WRONG_FIELD)) || inside.includes('id="form-error"')
}
