import type { FigureRow } from '../../domain/moderation/index.ts'
import { directionOf, languageFrom } from '../../kit/language.ts'
import { type Html, html } from '../html/template.ts'

const ROW = 52
const BAR = 18
const LABEL = 18
const LONGEST_LABEL = 40
const WHOLE = 100

/** Bars beside each other on one scale, from where the language begins, as wide as there is room, with words of the same size everywhere; the table below says the same. */
export function barChart(title: string, rows: readonly FigureRow[], language: string): Html {
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0))
  const tag = languageFrom(language)
  const isRtl = tag !== undefined && directionOf(tag) === 'rtl'
  const height = rows.length * ROW
  return html`<svg class="bars" width="100%" height="${height}" role="img" aria-label="${title}">${rows.map(
    (row, at) => {
      const width = Math.round(((row.value ?? 0) / most) * WHOLE * 10) / 10
      const top = at * ROW
      const x = isRtl ? '100%' : '0'
      return html`<text x="${x}" y="${top + LABEL}">${isolated(shortened(row.label))} · ${row.text}</text><rect class="rail" x="0" y="${top + LABEL + 8}" width="100%" height="${BAR}" rx="2"/><rect class="bar" x="${isRtl ? WHOLE - width : 0}%" y="${top + LABEL + 8}" width="${width}%" height="${BAR}" rx="2"/>`
    },
  )}</svg>`
}

/** Of its own direction. @NOTE an SVG has no `bdi`. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`
}

function shortened(label: string): string {
  const letters = [...label]
  return letters.length <= LONGEST_LABEL ? label : `${letters.slice(0, LONGEST_LABEL - 1).join('')}…`
}
