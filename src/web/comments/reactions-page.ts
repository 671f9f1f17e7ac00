import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { commentHtml } from './comment.ts'
import { readOnlyContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'
import type { ShownRule } from './shown-rule.ts'

export interface ReactionsShown {
  comment: ShownComment
  /** One for each reaction of the publication. */
  buttons: readonly { kind: string; on: boolean; key: string }[]
  rules: readonly ShownRule[]
  /** Whom the one who asks has muted. */
  muted: ReadonlySet<number>
}

/** Asks what the reader thinks of a comment; each button says what pressing it does. */
export function reactionsPage(frame: Frame, { comment, buttons, rules, muted }: ReactionsShown, say: Say): Html {
  const action = paths.reactions(comment.id)
  return smallPage(
    frame,
    say('reaction.title', { label: comment.label }),
    html`<div class="answered">${commentHtml(comment, readOnlyContext(frame, rules, say, muted))}</div>
<p>${say('reaction.hint')}</p>
<div class="reactions">${buttons.map(({ kind, on, key }) => {
      const words = on ? say('reaction.take-back', { what: say(`reaction.${kind}`) }) : say(`reaction.${kind}`)
      const hidden = { kind, on: on ? '0' : '1' }
      return buttonForm({ action, key, hidden }, frame.language, words, on ? 'plain' : 'primary')
    })}</div>
<p><a href="${paths.comment(comment.id, frame.language)}">${say('reaction.way-back')}</a></p>`,
    say,
  )
}
