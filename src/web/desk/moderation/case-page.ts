import { paths } from '../../../addresses/paths.ts'
import type {
  CannedReason,
  Case,
  CaseFile,
  CommentDecision,
  FiledComment,
  Proposal,
  Report,
  Rule,
} from '../../../domain/moderation/index.ts'
import { isClaimed } from '../../../domain/moderation/index.ts'
import type { Person } from '../../../domain/people/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { besideTranslation } from '../../comments/index.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, type FormTarget, fieldHtml, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { decidedNote, proposedNote, type Undoing } from './decided-note.ts'
import { cannedHtml, decisionsHtml, rulesHtml, saidHtml, stateHtml } from './filed-html.ts'
import { keysDialog } from './keys-dialog.ts'
import { reasonsHtml } from './queue-page.ts'

export interface Typed {
  rule: string
  canned: string
  note: string
  staffNote: string
  words: string
  passage: string
  to: string
}

/** A form that nothing was typed into. */
export const NOTHING: Typed = { rule: '', canned: '', note: '', staffNote: '', words: '', passage: '', to: '' }

export interface CaseShown {
  one: Case
  file: CaseFile
  rules: readonly Rule[]
  canned: readonly CannedReason[]
  claimer: Pick<Person, 'id' | 'name'> | null
  by: Pick<Person, 'id'>
  sending: Record<'claim' | 'note' | 'decision', FormTarget>
  /** Where it is decided about other words for the comment, where some wait. */
  editing: FormTarget | undefined
  undoing: Undoing | null
  /** What waits about it for a second person. */
  proposed: Proposal | undefined
  typed: Typed | undefined
  error: string | null
  now: number
}

/** The key for each decision, the same in every language. An appeal is decided on a page of its own. */
const KEY_OF: Readonly<Partial<Record<CommentDecision, string>>> = {
  keep: 'k',
  hold: 'h',
  'let-in': 'l',
  remove: 'r',
  'remove-branch': 'f',
  restore: 's',
  lock: 'c',
  unlock: 'o',
  redact: 'x',
  unredact: 'p',
  move: 'm',
}

/** What says that a rule was broken. */
export const NEEDS_RULE: readonly CommentDecision[] = ['remove', 'remove-branch', 'redact']

/** One case: the words in their surroundings, who said them, what was decided before, and what can be decided now. */
export function casePage(frame: Frame, data: CaseShown, say: Say): Html {
  const { language } = frame
  const { one, file, undoing } = data
  const name = (one.personId !== null && file.names.get(one.personId)) || say('comment.nobody')
  return deskPage(
    frame,
    say('case.title', { id: one.id, name }),
    html`${undoing && decidedNote(undoing, language, say)}
${data.proposed ? proposedNote(data.proposed, language, say) : null}
<p class="tools"><a href="${paths.deskQueue(language)}" data-key="q">${say('queue.title')}</a>${
      file.comment && html` · <a href="${placeIn(file.comment, language)}">${say('case.in-place')}</a>`
    }${
      file.otherWords && html` · <a href="${paths.held(file.comment!.id, language)}">${say('held-edit.waits')}</a>`
    }${one.personId !== null ? html` · <a href="${paths.deskModerated(one.personId, language)}"><bdi>${name}</bdi></a>` : null}</p>
${claimHtml(frame, data, say)}
<div class="case"><div class="case-words">
${file.above.map((comment) => saidHtml(frame, comment, file.names, say))}
${file.comment && aboutHtml(frame, file.comment, data, say)}
${otherWordsHtml(frame, data, say)}
${file.below.length > 0 ? html`<h2>${say('case.below')}</h2><p><a href="${paths.deskBulkOf({ branch: file.comment!.id }, language)}">${say('bulk.branch')}</a></p>${file.below.map((comment) => saidHtml(frame, comment, file.names, say))}` : null}
${reportsHtml(frame, data, say)}
</div>
<div class="case-acts">${decisionForm(frame, data, say)}
${notesHtml(frame, data, say)}
${historyHtml(frame, data, say)}</div></div>
${keysDialog(say)}`,
    say,
  )
}

function placeIn({ id, state, label }: FiledComment, language: string): string {
  return state === 'held' && label === '' ? paths.held(id, language) : paths.comment(id, language)
}

function claimHtml({ language }: Frame, { one, claimer, by, sending, now }: CaseShown, say: Say): Html | null {
  if (one.closedAt !== null) return html`<p class="quiet">${say('case.closed')}</p>`
  if (!isClaimed(one, now)) return buttonForm(sending.claim, language, say('case.claim'))
  if (claimer?.id !== by.id)
    return html`<p class="quiet">${sentenceHtml(say, 'case.claimed-by', { name: html`<bdi>${claimer?.name ?? ''}</bdi>` })}</p>`
  return buttonForm({ ...sending.claim, hidden: { end: '1' } }, language, say('case.release'))
}

function aboutHtml(frame: Frame, comment: FiledComment, { file, rules, one }: CaseShown, say: Say): Html {
  const { language, publication } = frame
  const { authorId, label, words, postedAt, state } = comment
  const name = (authorId !== null && file.names.get(authorId)) || say('comment.nobody')
  const held = file.held && [
    file.held.reason && say(`hold-reason.${file.held.reason}`),
    file.held.detail,
    file.held.note,
  ]
  return html`<article class="concerned"><p class="quiet"><b><bdi>${name}</bdi></b> ${label}${postedAt === null ? null : html` · ${dateTimeHtml(postedAt, 'short', { language, zone: publication.zone })}`}${stateHtml(state, say)}</p>
<p class="said" dir="auto"${comment.language ? html` lang="${comment.language}"` : null}>${words || say('case.no-words')}</p>
${state === 'stands' ? besideTranslation(comment, frame, say) : null}
<p class="quiet">${reasonsHtml(file.reasons, rules, say)}${one.score > 0 ? html` · ${say('queue.likely', { percent: one.score / 1_000 })}` : null}</p>
${held && html`<p class="quiet">${held.filter(Boolean).join(' · ')}</p>`}</article>`
}

/** Other words for the comment, and whether they are to stand in its place. */
function otherWordsHtml({ language }: Frame, { file: { otherWords }, editing }: CaseShown, say: Say): Html | null {
  if (!otherWords || !editing) return null
  const why = [say(`hold-reason.${otherWords.reason}`), otherWords.detail].filter(Boolean).join(': ')
  return html`<section><h2>${say('held-edit.would')}</h2><p class="said" dir="auto">${otherWords.words}</p>
<p class="quiet">${why}</p>
${formHtml(editing, language, null, html`<p class="buttons"><button class="plain" name="decision" value="let-in" data-key="l">${say('held-edit.let-in')}</button> <button class="plain" name="decision" value="refuse" data-key="n">${say('held-edit.refuse')}</button></p>`)}</section>`
}

function reportsHtml(frame: Frame, { file, rules }: CaseShown, say: Say): Html | null {
  if (file.reports.length === 0) return null
  const line = ({ personId, ruleId, kind, words, at, state }: Report) => {
    const name = (personId !== null && file.names.get(personId)) || say('comment.nobody')
    const rule = rules.find(({ id }) => id === ruleId)
    return html`<li><p class="quiet"><b><bdi>${name}</bdi></b> · ${rule?.title ?? say(`case-reason.${kind === 'illegal' ? 'illegal' : 'other'}`)} · ${dateTimeHtml(at, 'short', { language: frame.language, zone: frame.publication.zone })}${state === 'open' ? null : html` · ${say(`report-state.${state}`)}`}</p>
${words && html`<p dir="auto">${words}</p>`}</li>
`
  }
  return html`<section><h2>${say('case.reports', { count: file.reports.length })}</h2><ul class="notices">${file.reports.map(line)}</ul></section>`
}

/** What can be decided about a comment as it stands. */
export function kindsFor({ comment, removal }: Pick<CaseFile, 'comment' | 'removal'>): CommentDecision[] {
  if (!comment) return []
  if (comment.state === 'stands') return ['keep', 'remove', 'hold']
  if (comment.state === 'held' || removal?.cause === 'held') return ['let-in', 'remove']
  return removal?.cause === 'moderators' ? ['restore'] : []
}

/** What is decided more seldom. */
function furtherKindsFor({ comment }: Pick<CaseFile, 'comment'>): CommentDecision[] {
  if (!comment || comment.label === '') return []
  const kinds: CommentDecision[] = [comment.locked ? 'unlock' : 'lock', 'move']
  if (comment.state !== 'stands') return kinds
  if (!comment.locked) kinds.unshift('remove-branch')
  return [...kinds, 'redact', ...(comment.redactedAt === null ? [] : ['unredact' as const])]
}

function decisionForm(
  { language }: Frame,
  { file, rules, canned, sending, typed, error }: CaseShown,
  say: Say,
): Html | null {
  const [kinds, further] = [kindsFor(file), furtherKindsFor(file)]
  if (kinds.length + further.length === 0) return null
  const chosen = typed?.rule ?? mostReported(file)
  const button = (kind: CommentDecision) =>
    html`<button class="${kind === 'remove' ? 'primary' : 'plain'}" name="kind" value="${kind}" data-key="${KEY_OF[kind]}"${NEEDS_RULE.includes(kind) ? null : html` formnovalidate`}>${say(`decide.${kind}`)}</button> `
  return formHtml(
    sending.decision,
    language,
    error,
    html`${kinds.includes('remove') ? rulesHtml(rules, chosen, say) : null}
${cannedHtml(canned, typed?.canned ?? '', say)}${wordsField({ name: 'note', label: say('decision.note'), value: typed?.note ?? '', hint: say('decision.note-hint'), rows: 2, optional: true })}
${wordsField({ name: 'staffNote', label: say('decision.staff-note'), value: typed?.staffNote ?? '', hint: say('decision.staff-note-hint'), rows: 1, optional: true })}
<p class="buttons decisions">${kinds.map(button)}</p>
${
  further.length > 0
    ? html`<details class="more-acts"${typed?.passage || typed?.to ? html` open` : null}><summary>${say('decision.further')}</summary>
${further.includes('redact') ? wordsField({ name: 'passage', label: say('redaction.passage'), value: typed?.passage ?? '', hint: say('redaction.passage-hint'), rows: 1, optional: true }) : null}${further.includes('move') ? fieldHtml({ name: 'to', label: say('move.to'), value: typed?.to ?? '', hint: say('move.to-hint'), optional: true }) : null}
<p class="buttons">${further.map(button)}</p></details>`
    : null
}`,
  )
}

/** The rule that most who reported it name. */
function mostReported({ reports }: CaseFile): string {
  const named = Map.groupBy(
    reports.flatMap(({ ruleId }) => ruleId ?? []),
    (one) => one,
  )
  const most = [...named].toSorted(([, one], [, other]) => other.length - one.length)[0]
  return most ? String(most[0]) : ''
}

function notesHtml({ language }: Frame, { file, sending, typed }: CaseShown, say: Say): Html {
  return html`<section><h2>${say('case.notes')}</h2>
<ul class="notices">${file.notes.map(
    ({ byId, words }) =>
      html`<li><p class="quiet"><b><bdi>${(byId !== null && file.names.get(byId)) || say('comment.nobody')}</bdi></b></p><p dir="auto">${words}</p></li>
`,
  )}</ul>
${formHtml(
  sending.note,
  language,
  null,
  html`${wordsField({ name: 'words', label: say('case.note'), value: typed?.words ?? '', hint: say('case.note-hint'), rows: 1 })}
<p class="buttons"><button class="plain">${say('case.note-add')}</button></p>`,
)}</section>`
}

function historyHtml(frame: Frame, { file, rules }: CaseShown, say: Say): Html {
  return html`${decisionsHtml(frame, 'case.earlier', file.earlier, { names: file.names, rules }, say)}
${decisionsHtml(frame, 'case.of-author', file.ofAuthor, { names: file.names, rules }, say)}
<section><h2>${say('case.author')}</h2><p>${say('case.author-counts', { ...file.counts })}</p>
<details><summary>${say('case.latest')}</summary>${file.latest.map((comment) => saidHtml(frame, comment, file.names, say))}</details></section>`
}
