import type { FigureRow } from '../../domain/moderation/index.ts'
import { directionOf, languageFrom } from '../../kit/language.ts'
import { type Html, html } from '../html/template.ts'

const WIDTH = 600
const ROW = 52
const BAR = 18
const LABEL = 18
const LONGEST_LABEL = 60

/** Bars beside each other on one scale, from where the language begins; the table below says the same. */
export function barChart(title: string, rows: readonly FigureRow[], language: string): Html {
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0))
  const tag = languageFrom(language)
  const isRtl = tag !== undefined && directionOf(tag) === 'rtl'
  const height = rows.length * ROW
  return html`<svg class="bars" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">${rows.map(
    (row, at) => {
      const width = Math.round(((row.value ?? 0) / most) * WIDTH)
      const top = at * ROW
      const x = isRtl ? WIDTH : 0
      return html`<text x="${x}" y="${top + LABEL}">${shortened(row.label)} · ${row.text}</text><rect class="rail" x="0" y="${top + LABEL + 8}" width="${WIDTH}" height="${BAR}" rx="2"/><rect class="bar" x="${isRtl ? WIDTH - width : 0}" y="${top + LABEL + 8}" width="${width}" height="${BAR}" rx="2"/>`
    },
  )}</svg>`
}

function shortened(label: string): string {
  const letters = [...label]
  return letters.length <= LONGEST_LABEL ? label : `${letters.slice(0, LONGEST_LABEL - 1).join('')}…`
}
