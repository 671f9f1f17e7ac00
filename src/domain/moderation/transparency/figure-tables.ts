import { HOUR_MS } from '../../../kit/clock.ts'
import { localeOf, type Say } from '../../../kit/sentences.ts'
import type { Figures, GroundFigure } from './figures.ts'

/** One row of a table and one bar of its chart. */
export interface FigureRow {
  label: string
  /** Null where there is none. */
  value: number | null
  /** The value as it is read. */
  text: string
}

export interface FigureTable {
  name: 'reports' | 'grounds' | 'automated' | 'medians' | 'appeals'
  title: string
  rows: readonly FigureRow[]
}

/** The figures of a year as tables, the same on the page and by the command. */
export function tablesOf({ reports, decisions, medians, appeals }: Figures, say: Say, language: string): FigureTable[] {
  const counted = (label: string, value: number): FigureRow => ({
    label,
    value,
    text: numberIn(language).format(value),
  })
  const share = (label: string, value: number): FigureRow => ({
    label,
    value,
    text: shareText(value, decisions.total, language),
  })
  const time = (label: string, ms: number | null): FigureRow => ({
    label,
    value: ms === null ? null : ms / HOUR_MS,
    text:
      ms === null
        ? '–'
        : say('transparency.hours', { hours: numberIn(language).format(Math.round((ms / HOUR_MS) * 10) / 10) }),
  })
  const table = (name: FigureTable['name'], rows: FigureRow[]) => ({ name, title: say(`transparency.${name}`), rows })
  return [
    table('reports', [
      counted(say('transparency.by-rule'), reports.rule),
      counted(say('transparency.by-other'), reports.other),
      counted(say('transparency.as-illegal'), reports.illegal),
    ]),
    table(
      'grounds',
      decisions.grounds.map(({ ground, count }) => counted(groundName(ground, say), count)),
    ),
    table('automated', [
      share(say('transparency.by-person'), decisions.total - decisions.byMachine),
      share(say('transparency.by-machine'), decisions.byMachine),
      share(say('transparency.found-by-machine'), decisions.foundByMachine),
    ]),
    table('medians', [
      time(say('transparency.median-reports'), medians.reports),
      time(say('transparency.median-illegal'), medians.illegal),
      time(say('transparency.median-appeals'), medians.appeals),
    ]),
    table('appeals', [
      counted(say('transparency.granted'), appeals.granted),
      counted(say('transparency.dismissed'), appeals.dismissed),
      counted(say('transparency.open'), appeals.open),
      counted(say('transparency.by-same'), appeals.bySame),
    ]),
  ]
}

function groundName(ground: GroundFigure, say: Say): string {
  if (ground === 'law') return say('transparency.law')
  if (ground === 'none') return say('transparency.no-ground')
  return say('log.rule', { number: ground.rule, title: ground.title })
}

function shareText(value: number, of: number, language: string): string {
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent' })
  return of === 0
    ? numberIn(language).format(value)
    : `${numberIn(language).format(value)} (${percent.format(value / of)})`
}

function numberIn(language: string): Intl.NumberFormat {
  return new Intl.NumberFormat(localeOf(language))
}
