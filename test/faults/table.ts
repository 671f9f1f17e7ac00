import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** One line of the table: what was done to which database, and what came of it. */
export interface Row {
  what: string
  database: string
  done: string
  wrong: string
  control: string
  /** The day, and how busy others kept the machine. */
  seen: string
}

const PAGE = path.join(import.meta.dirname, '../../docs/reliability.md')
export const HEAD = [
  '| what | database | what was done | what was lost or wrong | control | seen |',
  '| --- | --- | --- | --- | --- | --- |',
] as const

export function lineOf({ what, database, done, wrong, control, seen }: Row): string {
  return `| ${[what, database, done, wrong, control, seen].join(' | ')} |`
}

/** Puts a line into the table of docs/reliability.md in the place of what was seen before; those of which `order` knows nothing go. */
export function keepInPage(row: Row, order: readonly string[], page = PAGE): void {
  const lines = readFileSync(page, 'utf8').split('\n')
  const first = lines.indexOf(HEAD[1]) + 1
  if (first === 0) throw new Error(`${page} has no table of faults`)
  const rest = lines.findIndex((line, at) => at >= first && !line.startsWith('|'))
  const rows = new Map(lines.slice(first, rest).map((line) => [keyIn(line), line]))
  rows.set(keyOf(row), lineOf(row))
  const kept = order.flatMap((key) => rows.get(key) ?? [])
  writeFileSync(page, [...lines.slice(0, first), ...kept, ...lines.slice(rest)].join('\n'))
}

export function keyOf({ what, database }: Pick<Row, 'what' | 'database'>): string {
  return `${what} | ${database}`
}

function keyIn(line: string): string {
  return line.split(' | ').slice(0, 2).join(' | ').replace(/^\| /, '')
}
