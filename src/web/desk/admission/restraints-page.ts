import { paths } from '../../../addresses/paths.ts'
import { type Proposal, RESTRAINT_KINDS } from '../../../domain/moderation/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { restraintNotes, type ShownRestraint } from '../../comments/index.ts'
import { buttonForm, type FormTarget, fieldHtml, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { proposedKind } from '../moderation/proposed-kind.ts'

export interface RestraintsShown {
  inForce: readonly (ShownRestraint & {
    articleId: number | null
    /** The article's; null for the whole publication. */
    title: string | null
    by: string | null
    ending: FormTarget | null
  })[]
  /** The discussion that it is about; null for the whole publication. */
  here: { id: number; title: string } | null
  /** What waits here for a second person. */
  proposed: readonly Pick<Proposal, 'id' | 'kind' | 'commentId' | 'articleId'>[]
  /** Null for whoever may not. */
  imposing: FormTarget | null
  typed: { kind: string; minutes: string; seconds: string; staffNote: string }
  errors: Readonly<Record<string, string | null>>
  done: boolean
}

/** What is asked of all who write at present, and the one press of a raid. */
export function restraintsPage(frame: Frame, data: RestraintsShown, say: Say): Html {
  const { inForce, proposed, here, imposing, done } = data
  const title = here
    ? sentenceHtml(say, 'restraint.in', { title: html`<bdi>${here.title}</bdi>` })
    : say('restraint.everywhere')
  return deskPage(
    frame,
    say('desk.restraints'),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p>${say('restraint.hint')}</p>
${inForce.length === 0 ? html`<p class="nobody-yet">${say('restraint.none')}</p>` : null}
<ul class="notices">${inForce.map((one) => inForceHtml(frame, one, say))}</ul>
${proposed.map((one) => html`<p role="status"><a href="${paths.deskProposal(one.id, frame.language)}">${say('proposal.waits')}: ${proposedKind(one, say)}</a></p>`)}
${imposing ? html`<section><h2>${title}</h2>${imposingHtml(frame, imposing, data, say)}</section>` : null}
${here ? html`<p class="tools"><a href="${paths.deskRestraints(frame.language)}">${say('restraint.everywhere')}</a></p>` : null}`,
    say,
  )
}

function inForceHtml(frame: Frame, one: RestraintsShown['inForce'][number], say: Say): Html {
  const { language, publication } = frame
  const where =
    one.title === null
      ? say('restraint.publication')
      : html`<a href="${paths.deskRestraints(language, { article: one.articleId! })}"><bdi>${one.title}</bdi></a>`
  const by = html`<bdi>${one.by ?? say('comment.nobody')}</bdi>`
  return html`<li><p><b>${where}</b></p>${restraintNotes([one], { language, zone: publication.zone }, say)}
<p class="quiet">${sentenceHtml(say, 'restraint.by', { by })}</p>
${one.ending ? buttonForm(one.ending, language, say('restraint.end')) : null}</li>
`
}

function imposingHtml(
  { language }: Frame,
  sending: FormTarget,
  { here, typed, errors }: RestraintsShown,
  say: Say,
): Html {
  const target = here ? { ...sending, hidden: { article: String(here.id) } } : sending
  return formHtml(
    target,
    language,
    errors.form ?? null,
    html`<fieldset><legend>${say('restraint.what')}</legend>
${RESTRAINT_KINDS.map(
  (kind) =>
    html`<label class="choice"><input type="radio" name="kind" value="${kind}" required${kind === typed.kind ? html` checked` : null}> <span>${say(`restraint-kind.${kind}`)}</span></label>
`,
)}</fieldset>
${fieldHtml({ name: 'minutes', label: say('restraint.minutes'), value: typed.minutes, hint: say('restraint.minutes-hint'), inputmode: 'numeric', optional: true, error: errors.minutes ?? undefined })}
${fieldHtml({ name: 'seconds', label: say('restraint.seconds'), value: typed.seconds, hint: say('restraint.seconds-hint'), inputmode: 'numeric', optional: true, error: errors.seconds ?? undefined })}
${here ? wordsField({ name: 'staffNote', label: say('decision.staff-note'), value: typed.staffNote, hint: say('decision.staff-note-hint'), rows: 1, optional: true }) : null}
<p class="buttons"><button class="primary">${say('restraint.impose')}</button></p>`,
  )
}
