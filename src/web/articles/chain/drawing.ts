import type { Chain } from '../../../domain/sources/index.ts'
import { directionOf } from '../../../kit/language.ts'
import { type Html, html } from '../../html/template.ts'
import { type DrawnLink, drawnChain } from './drawn-chain.ts'
import type { ChainContext } from './steps.ts'

/** As wide as a phone has room for, in pixels. */
const WIDTH = 320
const ROW = 30
const GUTTER = 84
const DOT = 5
/** Letters for which a line of a label has room; a longer one goes on in a second. */
const LONGEST_LINE = 34
const LINE = 14

/** The chain of a whole article: each through whom it came on a line, and arcs from the one to the next. The table says the same to those who do not see it. */
export function drawingHtml({ claims }: Chain, { say, language }: ChainContext): Html | null {
  const { nodes, links } = drawnChain(claims, say)
  if (links.length === 0) return null
  const height = nodes.length * ROW + 8
  const mirrored = directionOf(language) === 'rtl'
  const x = (at: number) => (mirrored ? WIDTH - at : at)
  const y = (row: number) => row * ROW + ROW / 2 + 4
  const arc = ({ from, to, claims: count, isContested }: DrawnLink) => {
    const reach = GUTTER - 8 - Math.min(GUTTER - 20, 10 + Math.abs(to - from) * 7)
    const path = `M${x(GUTTER - DOT - 3)} ${y(from)}C${x(reach)} ${y(from)} ${x(reach)} ${y(to)} ${x(GUTTER - DOT - 3)} ${y(to)}`
    return html`<path class="link${isContested ? ' disputed' : ''}" d="${path}" stroke-width="${Math.min(1 + count * 0.5, 4)}"/>`
  }
  return html`<svg class="chain-drawing" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${say('drawing.label', { count: nodes.length - 1, claims: claims.length })}">
${links.map(arc)}
${nodes.map(
  (
    { name, kind },
    row,
  ) => html`<g class="node ${kind}"><title>${name}</title><circle cx="${x(GUTTER)}" cy="${y(row)}" r="${DOT}"/>
${labelHtml(linesOf(name), x(GUTTER + 14), y(row) + 4.5)}</g>
`,
)}</svg>`
}

function labelHtml(lines: readonly string[], x: number, y: number): Html {
  const first = y - ((lines.length - 1) * LINE) / 2
  return html`${lines.map((line, at) => html`<text x="${x}" y="${first + at * LINE}">${line}</text>`)}`
}

/** A name on one line or two, broken where a word ends. */
function linesOf(name: string): string[] {
  if ([...name].length <= LONGEST_LINE) return [name]
  const end = name.lastIndexOf(' ', LONGEST_LINE)
  return end > 0 ? [name.slice(0, end), short(name.slice(end + 1))] : [short(name)]
}

function short(name: string): string {
  const letters = [...name]
  return letters.length > LONGEST_LINE ? `${letters.slice(0, LONGEST_LINE - 1).join('')}…` : name
}
