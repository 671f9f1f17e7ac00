import { paths } from '../../addresses/paths.ts'
import type { FigureTable } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { layout } from '../html/layout.ts'
import { type Html, html } from '../html/template.ts'
import { barChart } from './bar-chart.ts'

interface YearShown {
  year: number
  /** Every year of which there is something to tell, the latest first. */
  years: readonly number[]
  tables: readonly FigureTable[]
}

/** A year of moderation in figures, each a chart with its table. */
export function transparencyPage(frame: Frame, { year, years, tables }: YearShown, say: Say): Html {
  const { language } = frame
  const title = say('transparency.title', { year: String(year) })
  const path = (tag: string) => paths.transparency(tag, year)
  const alternates = frame.publication.languages.map((one) => ({ language: one.language, path: path(one.language) }))
  return layout(
    frame,
    { title, path: path(language), alternates },
    html`<div class="sheet"><h1>${title}</h1>
<p>${say('transparency.hint')}</p>
<p class="tools">${years.map((one) =>
      one === year
        ? html`<b>${String(one)}</b> · `
        : html`<a href="${paths.transparency(language, one)}">${String(one)}</a> · `,
    )}<a href="${paths.publicLog(language)}">${say('log.title')}</a></p>
${tables.map((table) => figureHtml(table, language, say))}</div>`,
    say,
  )
}

function figureHtml({ name, title, rows }: FigureTable, language: string, say: Say): Html {
  return html`<section class="figures" id="${name}"><h2>${title}</h2>
${barChart(title, rows, language)}
<table aria-label="${title}"><thead><tr><th scope="col">${say('transparency.what')}</th><th scope="col">${say('transparency.how-many')}</th></tr></thead>
<tbody>${rows.map(
    ({ label, text }) => html`<tr><th scope="row">${label}</th><td>${text}</td></tr>
`,
  )}</tbody></table></section>
`
}
