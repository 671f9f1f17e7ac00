import { paths } from '../../../addresses/paths.ts'
import {
  type Case,
  type CaseReason,
  type FiledComment,
  isClaimed,
  type Proposal,
  QUEUE_ORDERS,
  type Rule,
} from '../../../domain/moderation/index.ts'
import { MOST_COUNTED } from '../../../kit/most-counted.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html, joined } from '../../html/template.ts'
import { spokenLanguages } from '../spoken-languages.ts'
import type { Undoing } from './decided-note.ts'
import { decidedNote } from './decided-note.ts'
import { keysDialog } from './keys-dialog.ts'
import { AGES, type QueueQuery, SCORES } from './queue-asked.ts'

export interface QueueShown {
  cases: readonly Case[]
  count: number
  comments: ReadonlyMap<number | null, FiledComment>
  /** Other words for them that wait. */
  edits: ReadonlyMap<number | null, { words: string }>
  /** What waits about them for a second person. */
  proposed: ReadonlyMap<number, Proposal>
  names: ReadonlyMap<number, string>
  reasons: ReadonlyMap<number, readonly CaseReason[]>
  rules: readonly Rule[]
  sections: Frame['sections']
  asked: QueueQuery
  further: string | null
  now: number
  undoing: Undoing | null
}

/** What waits, one case a line, with what is asked of it above. */
export function queuePage(frame: Frame, data: QueueShown, say: Say): Html {
  const { language } = frame
  const { cases, count, undoing, further } = data
  return deskPage(
    frame,
    say('queue.title'),
    html`${undoing && decidedNote(undoing, language, say)}
<p class="tools"><a href="${paths.deskModeration(language)}">${say('desk.moderation')}</a></p>
${filterForm(frame, data, say)}
<p role="status">${say(count < MOST_COUNTED ? 'queue.count' : 'queue.count-most', { count })}</p>
${cases.length === 0 ? html`<p class="nobody-yet">${say('queue.none')}</p>` : null}
<ol class="notices queue" role="list">
${cases.map((one) => lineHtml(frame, one, data, say))}</ol>
${cases.length > 1 ? html`<p class="tools"><a href="${paths.deskBulkOf({ comments: cases.flatMap(({ commentId }) => commentId ?? []) }, language)}">${say('bulk.all-on-page')}</a></p>` : null}
${further ? html`<a class="more" rel="next" href="${further}">${say('queue.further')}</a>` : null}
${keysDialog(say)}`,
    say,
  )
}

function filterForm(frame: Frame, { asked, rules, sections }: QueueShown, say: Say): Html {
  const { language } = frame
  const select = (
    name: string,
    label: string,
    options: readonly (readonly [value: string, words: string])[],
    chosen: string,
  ) =>
    html`<p class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}">${options.map(([value, words]) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${words}</option>`)}</select></p>
`
  const any = ['', say('queue.any')] as const
  const reasons: CaseReason[] = ['illegal', 'held', 'other', 'asked']
  return html`<details class="filters"><summary>${say('queue.filter')}</summary>
<form class="form" action="${paths.deskCases}"><input type="hidden" name="language" value="${language}">
<div class="filter-fields">${select(
    'order',
    say('queue.order'),
    QUEUE_ORDERS.map((order) => [order, say(`queue.order-${order}`)] as const),
    asked.order ?? '',
  )}
${select('who', say('queue.who'), [any, ['free', say('queue.who-free')], ['mine', say('queue.who-mine')], ['second', say('queue.who-second')]], asked.who ?? '')}
${select('reason', say('queue.reason'), [any, ...rules.map(({ id, number, title }) => [`rule:${id}`, `${number}. ${title}`] as const), ...reasons.map((reason) => [reason, say(`case-reason.${reason}`)] as const)], asked.reason ?? '')}
${select('section', say('queue.section'), [any, ...sections.map(({ slug, name }) => [slug, name] as const)], asked.section)}
${select('of-language', say('queue.language'), [any, ...spokenLanguages(frame).map((one) => [one.language, one.name] as const)], asked['of-language'])}
${select('age', say('queue.age'), [any, ...Object.keys(AGES).map((age) => [age, say(`queue.age-${age}`)] as const)], asked.age ?? '')}
${select('score', say('queue.score'), [any, ...SCORES.map((score) => [String(score), say('queue.score-from', { percent: score / 1_000 })] as const)], String(asked.score ?? ''))}</div>
<p class="buttons"><button class="plain">${say('queue.show')}</button> <a href="${paths.deskQueue(language)}">${say('queue.everything')}</a></p></form></details>`
}

function lineHtml(frame: Frame, one: Case, data: QueueShown, say: Say): Html {
  const { language, publication } = frame
  const { comments, names, now } = data
  const comment = comments.get(one.commentId)
  const name = (one.personId !== null && names.get(one.personId)) || say('comment.nobody')
  const since = dateTimeHtml(one.openedAt, 'short', { language, zone: publication.zone })
  const claimed = isClaimed(one, now) && one.claimedById !== null ? names.get(one.claimedById) : undefined
  return html`<li><p class="quiet"><b><bdi>${name}</bdi></b> · ${reasonsHtml(data.reasons.get(one.id) ?? [], data.rules, say)}${
    one.reports > 0 ? html` · ${say('queue.reports', { count: one.reports })}` : null
  }${proposedHtml(data.proposed.get(one.commentId ?? 0), language, say)}${one.score > 0 ? html` · ${say('queue.likely', { percent: one.score / 1_000 })}` : null} · ${since}${
    claimed === undefined ? null : html` · ${sentenceHtml(say, 'queue.claimed', { name: html`<bdi>${claimed}</bdi>` })}`
  }</p>
<p><a class="excerpt" href="${paths.deskCase(one.id, language)}" dir="auto"${comment?.language ? html` lang="${comment.language}"` : null}>${excerptOf(comment, data.edits.get(one.commentId), say)}</a></p></li>
`
}

function proposedHtml(proposed: Proposal | undefined, language: string, say: Say): Html | null {
  if (!proposed) return null
  return html` · <a href="${paths.deskProposal(proposed.id, language)}">${say('proposal.waits')}: ${say(`decide.${proposed.kind}`)}</a>`
}

const EXCERPT = 240

function excerptOf(comment: FiledComment | undefined, edit: { words: string } | undefined, say: Say): string {
  if (!comment) return say('queue.about-person')
  if (edit) return `${say('held-edit.waits')}: ${shortened(edit.words.trim())}`
  const words = comment.words.trim()
  if (words === '') return say('case.no-words')
  return shortened(words)
}

function shortened(words: string): string {
  return words.length > EXCERPT ? `${words.slice(0, EXCERPT).toWellFormed()}…` : words
}

/** Why something waits, in words. */
export function reasonsHtml(reasons: readonly CaseReason[], rules: readonly Rule[], say: Say): Html {
  return html`${joined(
    reasons.map((reason) => html`${reasonIn(reason, rules, say)}`),
    ', ',
  )}`
}

function reasonIn(reason: CaseReason, rules: readonly Rule[], say: Say): string {
  const rule = rules.find(({ id }) => `rule:${id}` === reason)
  if (rule) return rule.title
  return say(`case-reason.${reason.startsWith('rule:') ? 'other' : reason}`)
}
