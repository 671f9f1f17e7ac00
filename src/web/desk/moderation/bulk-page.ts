import type { CannedReason, CommentDecision, FiledComment, Rule } from '../../../domain/moderation/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { cannedHtml, rulesHtml, saidHtml } from './filed-html.ts'
import { keysDialog } from './keys-dialog.ts'

export interface BulkTyped {
  kind: string
  rule: string
  canned: string
  note: string
  staffNote: string
}

export interface BulkShown {
  kind: CommentDecision
  count: number
  most: number
  first: readonly FiledComment[]
  names: ReadonlyMap<number, string>
  rules: readonly Rule[]
  canned: readonly CannedReason[]
  sending: FormTarget
  typed: BulkTyped | undefined
  error: string | null
}

/** What one decision about many would hit, and the form to make it. */
export function bulkPage(frame: Frame, data: BulkShown, say: Say): Html {
  const { kind, count, most, first, names, rules, canned, sending, typed, error } = data
  return deskPage(
    frame,
    say('bulk.title'),
    html`<p role="status">${say('bulk.count', { count: Math.min(count, most) })}${count > most ? html` ${say('bulk.too-many', { limit: most })}` : null}</p>
${
  count === 0
    ? null
    : html`<div class="case"><div class="case-words">${first.map((comment) => saidHtml(frame, comment, names, say))}
${count > first.length ? html`<p class="quiet">${say('bulk.more', { count: count - first.length })}</p>` : null}</div>
<div class="case-acts">${formHtml(
        sending,
        frame.language,
        error,
        html`${kind === 'remove' ? rulesHtml(rules, typed?.rule ?? '', say) : null}
${cannedHtml(canned, typed?.canned ?? '', say)}${wordsField({ name: 'note', label: say('decision.note'), value: typed?.note ?? '', hint: say('decision.note-hint'), rows: 2, optional: true })}
${wordsField({ name: 'staffNote', label: say('decision.staff-note'), value: typed?.staffNote ?? '', hint: say('decision.staff-note-hint'), rows: 1, optional: true })}
<p class="buttons decisions"><button class="primary" name="kind" value="${kind}" data-key="r">${say('bulk.decide', { count: Math.min(count, most), kind: say(`decide.${kind}`) })}</button></p>`,
      )}</div></div>`
}
${keysDialog(say)}`,
    say,
  )
}
