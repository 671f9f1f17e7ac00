import { paths } from '../../../addresses/paths.ts'
import {
  type CannedReason,
  type PersonFile,
  type Proposal,
  type Rule,
  type Sanction,
  SUSPENSIONS_MS,
} from '../../../domain/moderation/index.ts'
import type { Person } from '../../../domain/people/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { type FormTarget, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { decidedNote, proposedNote, type Undoing } from './decided-note.ts'
import { cannedHtml, decisionsHtml, rulesHtml, saidHtml } from './filed-html.ts'
import { keysDialog } from './keys-dialog.ts'

export interface PersonTyped {
  rule: string
  canned: string
  note: string
  staffNote: string
  length: string
}

export interface PersonShown {
  person: Pick<Person, 'id' | 'name'>
  file: PersonFile
  rules: readonly Rule[]
  canned: readonly CannedReason[]
  sanction: Sanction | null
  /** Null where the one who asks may not decide about people. */
  sending: FormTarget | null
  undoing: Undoing | null
  /** What waits about them for a second person. */
  proposed: Proposal | undefined
  typed: PersonTyped | undefined
  error: string | null
}

/** What somebody wrote, what was decided about them, and what can be decided now. */
export function personPage(frame: Frame, data: PersonShown, say: Say): Html {
  const { language, publication } = frame
  const { person, file, rules, sanction, undoing } = data
  const until =
    sanction &&
    (sanction.until === null ? null : dateTimeHtml(sanction.until, 'short', { language, zone: publication.zone }))
  return deskPage(
    frame,
    person.name,
    html`${undoing && decidedNote(undoing, language, say)}
${data.proposed ? proposedNote(data.proposed, language, say) : null}
<p class="tools"><a href="${paths.deskQueue(language)}" data-key="q">${say('queue.title')}</a> · <a href="${paths.person(person.id, language)}">${say('staff.public-page')}</a></p>
${sanction && html`<p><b>${until ? sentenceHtml(say, 'sanction.until', { when: until }) : say('decided.ban')}</b></p>`}
<div class="case"><div class="case-words"><h2>${say('case.author')}</h2>
<p>${say('case.author-counts', { ...file.counts })}</p>
<p><a href="${paths.deskBulkOf({ author: person.id }, language)}">${say('bulk.all-of-author')}</a></p>
${file.latest.map((comment) => saidHtml(frame, comment, file.names, say))}</div>
<div class="case-acts">${decisionForm(frame, data, say)}
${decisionsHtml(frame, 'case.of-author', file.ofAuthor, { names: file.names, rules }, say)}</div></div>
${keysDialog(say)}`,
    say,
  )
}

function decisionForm(
  { language }: Frame,
  { sending, sanction, rules, canned, typed, error }: PersonShown,
  say: Say,
): Html | null {
  if (!sending) return null
  const button = (kind: string, key: string) =>
    html`<button class="plain" name="kind" value="${kind}" data-key="${key}"${kind === 'unban' ? html` formnovalidate` : null}>${say(`decide.${kind}`)}</button> `
  const lengths = Object.keys(SUSPENSIONS_MS)
  return formHtml(
    sending,
    language,
    error,
    html`${rulesHtml(rules, typed?.rule ?? '', say)}
${cannedHtml(canned, typed?.canned ?? '', say)}${wordsField({ name: 'note', label: say('decision.note-person'), value: typed?.note ?? '', hint: say('decision.note-hint'), rows: 2, optional: true })}
${wordsField({ name: 'staffNote', label: say('decision.staff-note'), value: typed?.staffNote ?? '', hint: say('decision.staff-note-hint'), rows: 1, optional: true })}
<p class="field"><label for="length">${say('sanction.length')}</label><select id="length" name="length">${lengths.map((length) => html`<option value="${length}"${length === (typed?.length ?? 'week') ? html` selected` : null}>${say(`sanction.length-${length}`)}</option>`)}</select></p>
<p class="buttons decisions">${button('warn', 'w')}${button('suspend', 't')}${button('ban', 'b')}${sanction ? button('unban', 'a') : null}</p>`,
  )
}
