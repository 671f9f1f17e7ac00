import { paths } from '../../../addresses/paths.ts'
import { READ_COUNTS, type ReadCount } from '../../../domain/articles/index.ts'
import { directionOf } from '../../../kit/language.ts'
import { localeOf, type Say } from '../../../kit/sentences.ts'
import { dayHtml } from '../../html/date-time.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html, joined } from '../../html/template.ts'

/** Of so many days the figures can be asked for. */
export const SPANS = [7, 28, 365] as const

type Counts = Record<ReadCount, number>
type OnDay = Counts & { day: string }

export interface FiguresShown {
  days: number
  /** Whether reads are counted at present. */
  isCounted: boolean
  byDay: readonly OnDay[]
  most: readonly (Counts & { id: number; language: string; title: string; comments: number })[]
}

/** What was read of late, edition by edition and day by day. */
export function figuresPage(frame: Frame, { days, isCounted, byDay, most }: FiguresShown, say: Say): Html {
  const { language } = frame
  const spans = SPANS.map((span) => {
    const words = say('figures.days', { count: span })
    return span === days ? html`<b>${words}</b>` : html`<a href="${paths.deskFigures(language, span)}">${words}</a>`
  })
  return deskPage(
    frame,
    say('desk.figures'),
    html`<p>${say('figures.hint')}</p>
${isCounted ? null : html`<p class="done" role="status">${say('figures.off')}</p>`}
<p class="tools">${joined(spans, ' · ')}</p>
${byDay.length === 0 ? html`<p class="nobody-yet">${say('figures.none')}</p>` : null}
${
  most.length > 0
    ? tableHtml(
        say('figures.most-read'),
        say('figures.edition'),
        most.map((one) => ({
          ...one,
          head: html`<a href="${paths.deskEditionFigures(one.id, language)}" lang="${one.language}" dir="${directionOf(one.language)}">${one.title || say('writing.untitled')}</a>`,
        })),
        language,
        say,
      )
    : null
}
${byDay.length > 0 ? daysHtml(byDay, language, say) : null}`,
    say,
    'writing',
  )
}

export interface EditionFigures {
  id: number
  title: string
  comments: number
  byDay: readonly OnDay[]
}

/** What an edition was read on each day. */
export function editionFiguresPage(frame: Frame, { id, title, comments, byDay }: EditionFigures, say: Say): Html {
  const { language } = frame
  return deskPage(
    frame,
    say('desk.figures'),
    html`<p class="tools"><a href="${paths.deskEdition(id, language)}"><bdi>${title || say('writing.untitled')}</bdi></a> · <a href="${paths.deskFigures(language)}">${say('figures.all')}</a></p>
<p>${say('discussion.count', { count: comments })}</p>
${byDay.length === 0 ? html`<p class="nobody-yet">${say('figures.none')}</p>` : daysHtml(byDay, language, say)}`,
    say,
    'writing',
  )
}

function daysHtml(byDay: readonly OnDay[], language: string, say: Say): Html {
  const rows = byDay.map((row) => ({ ...row, head: dayHtml(row.day, 'shortDay', language) }))
  return tableHtml(say('figures.by-day'), say('figures.day'), rows, language, say)
}

function tableHtml(
  caption: string,
  head: string,
  rows: readonly (Counts & { head: Html; comments?: number })[],
  language: string,
  say: Say,
): Html {
  const number = new Intl.NumberFormat(localeOf(language))
  const hasComments = rows.some(({ comments }) => comments !== undefined)
  const cell = (count: number) => html`<td>${number.format(count)}</td>`
  const sources = READ_COUNTS.filter((what) => what !== 'further')
  const sum = (row: Counts) => sources.reduce((all, what) => all + row[what], 0)
  return html`<div class="figures-table" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col">${head}</th><th scope="col">${say('figures.reads')}</th>${sources.map((what) => html`<th scope="col">${say(`figures-from.${what}`)}</th>`)}<th scope="col">${say('figures-from.further')}</th>${hasComments ? html`<th scope="col">${say('figures.comments')}</th>` : null}</tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => html`<tr><th scope="row">${row.head}</th>${cell(sum(row))}${sources.map((what) => cell(row[what]))}${cell(row.further)}${row.comments === undefined ? null : cell(row.comments)}</tr>
`,
  )}</tbody></table></div>`
}
