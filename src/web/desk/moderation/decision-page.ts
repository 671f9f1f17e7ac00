import { paths } from '../../../addresses/paths.ts'
import type { CaseNote, Decision, FiledComment, Rule } from '../../../domain/moderation/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { decidedNote, type Undoing } from './decided-note.ts'
import { keysDialog } from './keys-dialog.ts'

export interface DecisionShown {
  decision: Decision
  comments: readonly FiledComment[]
  notes: readonly CaseNote[]
  names: ReadonlyMap<number, string>
  rules: readonly Rule[]
  undoing: Undoing | null
  /** Whether nothing of it waits any more. */
  isCarriedOut: boolean
}

/** One decision: who, when, by which rule, why, about what. */
export function decisionPage(frame: Frame, data: DecisionShown, say: Say): Html {
  const { language, publication } = frame
  const { decision, comments, notes, names, rules, undoing } = data
  const { kind, at, byId, ruleId, law, note, staffNote, undoneAt, caseId } = decision
  const rule = rules.find(({ id }) => id === ruleId)
  const when = (moment: number) => dateTimeHtml(moment, 'full', { language, zone: publication.zone })
  const name = (id: number | null) => html`<bdi>${(id !== null && names.get(id)) || say('comment.nobody')}</bdi>`
  return deskPage(
    frame,
    say(`decided.${kind}`, { count: decision.comments }),
    html`${undoing && decidedNote(undoing, language, say)}
${data.isCarriedOut ? null : html`<p role="status">${say('bulk.under-way')} <a href="${paths.deskDecision(decision.id, language)}">${say('bulk.look-again')}</a></p>`}
<p class="tools"><a href="${paths.deskQueue(language)}">${say('queue.title')}</a>${caseId === null ? null : html` · <a href="${paths.deskCase(caseId, language)}">${say('case.link')}</a>`}</p>
<p class="quiet">${name(byId)} · ${when(at)}${decision.assentedById === null ? null : html` · ${sentenceHtml(say, 'decision.assented', { name: name(decision.assentedById) })}`}</p>
${rule || law ? html`<p>${rule ? html`<b>${rule.number}.</b> ${rule.title}` : law}</p>` : null}
${note && html`<p dir="auto">${note}</p>`}
${staffNote && html`<p class="quiet" dir="auto">${staffNote}</p>`}
${undoneAt === null ? null : html`<p class="quiet">${say('decision.undone')} · ${when(undoneAt)}</p>`}
<ul class="notices">${comments.map(
      ({ id, label, authorId, words }) =>
        html`<li><p class="quiet">${name(authorId)} <a href="${paths.comment(id, language)}">${label}</a></p><p class="said" dir="auto">${words || say('case.no-words')}</p></li>
`,
    )}</ul>
${notes.length > 0 ? html`<h2>${say('case.notes')}</h2><ul class="notices">${notes.map(({ byId: by, words }) => html`<li><p class="quiet">${name(by)}</p><p dir="auto">${words}</p></li>\n`)}</ul>` : null}
${keysDialog(say)}`,
    say,
  )
}
