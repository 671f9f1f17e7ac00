import type { Restraint } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml, type LocaleZone } from '../html/date-time.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'

export type ShownRestraint = Pick<Restraint, 'kind' | 'seconds' | 'until'>

/** What is asked of all who write here at present, and until when. */
export function restraintNotes(restraints: readonly ShownRestraint[], place: LocaleZone, say: Say): Html | null {
  if (restraints.length === 0) return null
  return html`<p class="restraint" role="note">${restraints.map((one) => html`${sentenceOf(one, place, say)} `)}</p>`
}

function sentenceOf({ kind, seconds, until }: ShownRestraint, place: LocaleZone, say: Say): Html {
  const timed = until === null ? 'no' : 'yes'
  const when = until === null ? '' : dateTimeHtml(until, 'short', place)
  return sentenceHtml(say, `restraint.${kind}`, { timed, when, seconds })
}
