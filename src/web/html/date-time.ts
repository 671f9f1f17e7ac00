import { BoundedCache } from '../../kit/bounded-cache.ts'
import { FULL_MOMENT } from '../../kit/full-moment.ts'
import { dayFirst, localeOf } from '../../kit/sentences.ts'
import { type Html, html } from './template.ts'

/** Where and in which words a time is told. */
export interface LocaleZone {
  language: string
  zone: string
  /** A moment whose year goes without saying, such as an article's among its comments. */
  near?: number | undefined
}

const SHAPES = {
  full: FULL_MOMENT,
  short: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  shortSameYear: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

export type Shape = keyof typeof SHAPES

/** A moment as an element that machines read too. */
export function dateTimeHtml(at: number, shape: Shape, place: LocaleZone): Html {
  return html`<time datetime="${isoSecond(at)}">${dateTimeIn(at, shape, place)}</time>`
}

/** A moment in the publication's zone, on a clock of 24 hours. */
export function dateTimeIn(at: number, shape: Shape, { language, zone }: LocaleZone): string {
  return formatFor(language, zone, shape).format(at)
}

/** A moment as short as can be: without its year where that goes without saying. */
export function shortDateTimeHtml(at: number, place: LocaleZone): Html {
  return dateTimeHtml(at, shortShape(at, place), place)
}

export function shortDateTimeIn(at: number, place: LocaleZone): string {
  return dateTimeIn(at, shortShape(at, place), place)
}

function shortShape(at: number, place: LocaleZone) {
  const sameYear = place.near !== undefined && isInYearOf(place.near, at, place.zone)
  return sameYear ? 'shortSameYear' : 'short'
}

/** @NOTE formatting is slow, so the year's ends are found once and compared with. */
function isInYearOf(near: number, at: number, zone: string): boolean {
  const year = `${zone} ${near}`
  const { start, end } = years.get(year) ?? yearOf(year, near, zone)
  return at >= start && at < end
}

const KEPT_YEARS = 1_000
const years = new BoundedCache<string, { start: number; end: number }>(KEPT_YEARS)

function yearOf(year: string, at: number, zone: string) {
  const start = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .with({ month: 1, day: 1 })
    .startOfDay()
  const ends = { start: start.epochMilliseconds, end: start.add({ years: 1 }).epochMilliseconds }
  years.set(year, ends)
  return ends
}

/** A day of the calendar that belongs to no zone, given as YYYY-MM-DD. */
export function dayHtml(day: string, shape: Shape, language: string): Html {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at)
    ? html`${day}`
    : html`<time datetime="${day}">${dateTimeIn(at, shape, { language, zone: 'UTC' })}</time>`
}

/** A date of no zone as exactly as it is known: its year, its month, its day or its minute. */
export function partialDateHtml(date: string, language: string): Html {
  if (date.length === '2014-10-15'.length) return dayHtml(date, 'shortDay', language)
  return html`<time datetime="${date}">${partialDate(date, { language, zone: 'UTC' })}</time>`
}

function partialDate(date: string, place: LocaleZone): string {
  if (date.length === '2014'.length) return date
  return date.length === '2014-10'.length
    ? dateTimeIn(Date.parse(`${date}-01T00:00Z`), 'month', place)
    : dateTimeIn(Date.parse(`${date}Z`), 'short', place)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(language: string, zone: string, shape: Shape): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${shape}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(dayFirst(localeOf(language)), {
    ...SHAPES[shape],
    hourCycle: 'h23',
    timeZone: zone,
  })
  formats.set(key, made)
  return made
}

function isoSecond(at: number) {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
