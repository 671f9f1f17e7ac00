import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, formHtml, keptHtml, wordsField } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { deskPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { readOnlyContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'
import type { ShownRule } from './shown-rule.ts'
import { tombstoneHtml } from './tombstone.ts'

export interface RestorationShown {
  sending: FormTarget
  comment: ShownComment
  rules: readonly ShownRule[]
  note: string
  error: string | null
}

/** Asks before removed words come back into their place, and why. */
export function restorationForm(frame: Frame, data: RestorationShown, say: Say): Html {
  const { sending, comment, rules, note, error } = data
  const context = readOnlyContext(frame, rules, say)
  return deskPage(
    frame,
    say('restoration.title', { label: comment.label }),
    html`${comment.tombstone ? html`<div class="answered">${tombstoneHtml(comment, comment.tombstone, context)}</div>` : null}
<p>${say('restoration.hint')}</p>
${keptHtml(
  formHtml(
    sending,
    frame.language,
    null,
    html`${wordsField({ name: 'note', label: say('restoration.note'), value: note, hint: say('removal.note-hint'), error, rows: 3, optional: true })}
<p class="buttons"><button class="primary">${say('restoration.restore')}</button> <a href="${paths.comment(comment.id, frame.language)}">${say('reply.cancel')}</a></p>`,
  ),
)}`,
    say,
  )
}
