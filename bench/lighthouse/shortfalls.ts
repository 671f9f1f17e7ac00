import { z } from 'zod'
import { CATEGORIES, type Report } from './report.ts'

const MOST_PLACES = 5

type Audit = Report['audits'][string]

const node = z.object({ type: z.literal('node'), selector: z.string(), snippet: z.string() })
const resource = z.object({ url: z.string() })

/** Every audit that any visit did not pass whole, as its worst visit has it, with the elements or files that it is about. */
export function shortfalls(reports: readonly Report[]): string[] {
  const worst = new Map<string, Audit>()
  for (const report of reports)
    for (const id of asked(report)) {
      const audit = report.audits[id]!
      if (isShort(audit) && scoreOf(audit) < scoreOf(worst.get(id))) worst.set(id, audit)
    }
  return [...worst].map(([id, audit]) => told(id, audit))
}

function asked({ categories }: Report): string[] {
  return CATEGORIES.flatMap((category) => categories[category].auditRefs.map(({ id }) => id))
}

function isShort({ score, scoreDisplayMode }: Audit): boolean {
  return scoreDisplayMode === 'error' || (score !== null && score < 1)
}

function scoreOf(audit: Audit | undefined): number {
  return audit ? (audit.score ?? 0) : Number.POSITIVE_INFINITY
}

function told(id: string, audit: Audit): string {
  const places = [...new Set(placesIn(audit.details))]
  const head = `${id} ${scoreOf(audit)}: ${[audit.title, audit.displayValue, audit.errorMessage].filter(Boolean).join(', ')}`
  const more = places.length > MOST_PLACES ? [`and ${places.length - MOST_PLACES} more`] : []
  return [head, ...places.slice(0, MOST_PLACES), ...more].join('\n    ')
}

/** The elements named anywhere in an audit's details, and the addresses of files where no element is. */
function placesIn(details: unknown): string[] {
  if (typeof details !== 'object' || details === null) return []
  const element = node.safeParse(details).data
  if (element) return [`${element.selector}  ${element.snippet}`]
  const within = Object.values(details).flatMap(placesIn)
  const file = resource.safeParse(details).data
  return within.length === 0 && file ? [file.url] : within
}
