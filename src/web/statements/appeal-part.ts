import { type Appeal, LONGEST_APPEAL, mayObject, OBJECTED_WITHIN_MS, type Told } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import { type FormTarget, formHtml, wordsField } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'

export interface AppealPart {
  told: Told
  /** The appeal that was made, where there is one. */
  appeal: Appeal | undefined
  /** The statement of its outcome. */
  outcome: string | null
  sending: FormTarget
  words: string
  error: string | null
  now: number
}

/** How one objects to a decision, or what came of that. */
export function appealPart(frame: Frame, part: AppealPart, say: Say): Html | null {
  const { told, appeal, outcome, now } = part
  const { language, publication } = frame
  const when = (at: number) => dateTimeHtml(at, 'full', { language, zone: publication.zone })
  if (appeal)
    return html`<section id="appeal"><h2>${say('appeal.yours')}</h2><blockquote class="words typed" dir="auto"><p>${appeal.words}</p></blockquote>
<p>${appeal.state === 'open' ? sentenceHtml(say, 'appeal.waits', { when: when(appeal.at) }) : say(`appeal.${appeal.state}`)}${appeal.bySame ? html` ${say('appeal.by-same')}` : null}${outcome && html` <a href="${outcome}">${say('appeal.to-outcome')}</a>`}</p></section>`
  if (!mayObject(told)) return null
  if (now > told.statement.at + OBJECTED_WITHIN_MS) return html`<p>${say('appeal.too-late')}</p>`
  return html`<section id="appeal"><h2>${say('appeal.object')}</h2>
${formHtml(
  part.sending,
  language,
  null,
  html`${wordsField({ name: 'words', label: say('appeal.why'), value: part.words, hint: say('appeal.why-hint', { limit: LONGEST_APPEAL }), error: part.error, rows: 5 })}
<p class="buttons"><button class="primary">${say('appeal.send')}</button></p>`,
)}</section>`
}
