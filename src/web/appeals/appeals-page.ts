import type { Say } from '../../kit/sentences.ts'
import { excerpt } from '../../text/excerpt.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { deskPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface ListedAppeal {
  path: string
  kind: string
  at: number
  dueAt: number
  /** Whether the one who asks decided, so that it is for somebody else. */
  isOwn: boolean
  words: string
}

const SHOWN = 200

/** The appeals that wait, each with its deadline. */
export function appealsPage(
  frame: Frame,
  { appeals, now }: { appeals: readonly ListedAppeal[]; now: number },
  say: Say,
): Html {
  const place = { language: frame.language, zone: frame.publication.zone }
  return deskPage(
    frame,
    say('desk.appeals'),
    html`<p>${say('appeal.list-hint')}</p>
${appeals.length === 0 ? html`<p class="nobody-yet">${say('appeal.none')}</p>` : null}
<ol class="notices" role="list">
${appeals.map(
  ({
    path,
    kind,
    dueAt,
    isOwn,
    words,
  }) => html`<li><p><a href="${path}">${say('log.what', { kind: kind.replaceAll('-', ''), count: 1 })}</a></p>
<p dir="auto">${excerpt(words, SHOWN)}</p>
<p class="${dueAt < now ? 'error' : 'quiet'}">${sentenceHtml(say, 'appeal.due', { when: dateTimeHtml(dueAt, 'short', place) })}${isOwn ? html` · ${say('appeal.own-short')}` : null}</p></li>
`,
)}</ol>`,
    say,
  )
}
