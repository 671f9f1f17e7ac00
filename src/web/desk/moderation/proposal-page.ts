import { paths } from '../../../addresses/paths.ts'
import type { FiledComment, Proposal, Rule, SuspensionLength } from '../../../domain/moderation/index.ts'
import type { Person } from '../../../domain/people/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { type FormTarget, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { saidHtml } from './filed-html.ts'
import { keysDialog } from './keys-dialog.ts'
import { proposedKind } from './proposed-kind.ts'

export interface ProposalShown {
  proposal: Proposal
  comments: readonly FiledComment[]
  names: ReadonlyMap<number, string>
  rules: readonly Rule[]
  /** What would be taken out. */
  passage: string
  length: SuspensionLength | null
  /** The discussion that it is about, and how it would be locked or slowed. */
  discussion: ProposedDiscussion | null
  by: Pick<Person, 'id'>
  sending: Record<'assent' | 'end', FormTarget>
}

export interface ProposedDiscussion {
  articleId: number
  title: string
  /** Null until somebody ends it. */
  minutes: number | null
  /** 0 where it is not slowed. */
  seconds: number
}

/** What one moderator wants to decide, for another to assent to. */
export function proposalPage(frame: Frame, data: ProposalShown, say: Say): Html {
  const { language, publication } = frame
  const { proposal, comments, names, rules, passage, length, discussion } = data
  const { at, byId, personId, ruleId, law, note, staffNote, caseId, endedAt, commentId } = proposal
  const rule = rules.find(({ id }) => id === ruleId)
  const name = (id: number | null) => html`<bdi>${(id !== null && names.get(id)) || say('comment.nobody')}</bdi>`
  const when = (moment: number) => dateTimeHtml(moment, 'full', { language, zone: publication.zone })
  const further = commentId === null ? proposal.comments - comments.length : 0
  return deskPage(
    frame,
    proposedKind(proposal, say),
    html`<p class="tools"><a href="${paths.deskModeration(language)}">${say('desk.moderation')}</a>${caseId === null ? null : html` · <a href="${paths.deskCase(caseId, language)}">${say('case.link')}</a>`}${personId === null ? null : html` · <a href="${paths.deskModerated(personId, language)}">${name(personId)}</a>`}</p>
<p role="status">${endedAt === null ? sentenceHtml(say, 'proposal.made', { name: name(byId) }) : say(`proposal.${proposal.outcome ?? 'overtaken'}`)}</p>
<p class="quiet">${name(byId)} · ${when(at)}</p>
${proposal.comments > 1 ? html`<p>${say('bulk.count', { count: proposal.comments })}</p>` : null}
${rule || law ? html`<p>${rule ? html`<b>${rule.number}.</b> ${rule.title}` : law}</p>` : null}
${length && html`<p>${say(`sanction.length-${length}`)}</p>`}
${discussion && aboutDiscussion(frame, discussion, say)}
${passage && html`<p><q dir="auto">${passage}</q></p>`}
${note && html`<p dir="auto">${note}</p>`}
${staffNote && html`<p class="quiet" dir="auto">${staffNote}</p>`}
${comments.map((comment) => saidHtml(frame, comment, names, say))}
${further > 0 ? html`<p class="quiet">${say('bulk.more', { count: further })}</p>` : null}
${endedAt === null ? actsHtml(language, data, say) : decidedHtml(language, proposal, say)}
${keysDialog(say)}`,
    say,
  )
}

function aboutDiscussion(
  { language }: Frame,
  { articleId, title, minutes, seconds }: ProposedDiscussion,
  say: Say,
): Html {
  return html`<p><a href="${paths.deskRestraints(language, { article: articleId })}"><bdi>${title}</bdi></a></p>
<p>${minutes === null ? say('proposal.until-ended') : html`${say('restraint.minutes')}: <b>${minutes}</b>`}</p>
${seconds > 0 ? html`<p>${say('restraint.seconds')}: <b>${seconds}</b></p>` : null}`
}

function actsHtml(language: string, { proposal, by, sending }: ProposalShown, say: Say): Html {
  const button = (words: string, key: string, look: string) =>
    html`<p class="buttons"><button class="${look}" data-key="${key}">${words}</button></p>`
  if (proposal.byId === by.id)
    return html`<p class="hint">${say('proposal.own')}</p>${formHtml(sending.end, language, null, button(say('proposal.withdraw'), 'n', 'plain'))}`
  return html`${formHtml(sending.assent, language, null, button(say('proposal.assent'), 'y', 'primary'))}
${formHtml(sending.end, language, null, button(say('proposal.decline'), 'n', 'plain'))}`
}

function decidedHtml(language: string, { decisionId }: Proposal, say: Say): Html | null {
  if (decisionId === null) return null
  return html`<p><a href="${paths.deskDecision(decisionId, language)}">${say('proposal.decision')}</a></p>`
}
