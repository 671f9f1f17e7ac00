import { paths } from '../../../addresses/paths.ts'
import type { Decision, Proposal } from '../../../domain/moderation/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, formHtml } from '../../html/fields.ts'
import { type Html, html } from '../../html/template.ts'

export interface Undoing {
  decision: Decision
  sending: FormTarget
}

/** Says what waits for a second person, and leads to where that is decided. */
export function proposedNote({ id, kind }: Pick<Proposal, 'id' | 'kind'>, language: string, say: Say): Html {
  return html`<p class="done" role="status"><a href="${paths.deskProposal(id, language)}">${say('proposal.waits')}: ${say(`decide.${kind}`)}</a></p>`
}

/** Says what was just decided, and lets it be undone. */
export function decidedNote({ decision, sending }: Undoing, language: string, say: Say): Html {
  const { id, kind, comments } = decision
  return html`<div class="done decided" role="status"><p><a href="${paths.deskDecision(id, language)}">${say(`decided.${kind}`, { count: comments })}</a></p>
${formHtml(sending, language, null, html`<button class="plain" data-key="u">${say('decision.undo')}</button>`)}</div>`
}
