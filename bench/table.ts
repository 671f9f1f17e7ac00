import type { machine } from './machine.ts'
import type { Figure } from './question.ts'

const HEADINGS = ['what', 'measured', 'beside', 'ratio', 'required', 'reached']

/** The figures as a table of Markdown, under a line on the machine. */
export function tableOf(on: ReturnType<typeof machine>, loader: string, figures: readonly Figure[]): string {
  const rows = [HEADINGS, ...figures.map(cells)]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`)
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  const place = `${on.date}: ${on.cpu}, ${on.cores} cores, ${on.memoryGb} GB, ${on.disk}, Node ${on.node}, loaded by ${loader}`
  return [place, '', lines[0], rule, ...lines.slice(1)].join('\n')
}

function cells({ what, measured, beside, ratio, required, reached }: Figure): string[] {
  const mark = reached === null ? '' : reached ? 'yes' : 'NO'
  return [what, measured, beside, ratio === null ? '' : ratio.toFixed(2), required, mark]
}
