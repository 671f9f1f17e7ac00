/** When a page says that it was published, no more exactly than it says so. */
export interface StatedTime {
  /** The day on the clocks of whoever says so. */
  publishedOn: string
  /** UTC milliseconds where it says a time and a zone. */
  publishedAt: number | null
  /** Such as "+04:00", or "UTC". */
  publishedZone: string | null
  publishedPrecision: 'minute' | 'day' | 'month'
}

/** A time taken apart, each part as it was written. */
type Written = Partial<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'zone' | 'named', string>>

const CLOCK = String.raw`(?<hour>\d\d?):(?<minute>\d\d)(?::\d\d(?:[.,]\d+)?)?`
const ZONE = String.raw`(?<zone>Z|UTC|GMT|(?:GMT|UTC)?[+-]\d\d(?::?\d\d)?)`
const ENGLISH = String.raw`(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`
const WEEKDAY = String.raw`(?:[a-z]{3,9},?\s+)?`

const FORMS = [
  String.raw`(?<year>\d{4})-(?<month>\d\d?)(?:-(?<day>\d\d?)(?:(?:T|\s)${CLOCK}(?:\s?${ZONE})?(?:\[(?<named>[\w/+-]{1,40})\])?)?)?`,
  String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)T(?<hour>\d\d)(?<minute>\d\d)(?:\d\d)?${ZONE}?`,
  String.raw`(?<year>\d{4})[/.](?<month>\d\d?)[/.](?<day>\d\d?)(?:\s${CLOCK}(?:\s?${ZONE})?)?`,
  String.raw`(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})(?:,?\s${CLOCK}(?:\s?${ZONE})?)?`,
  String.raw`${WEEKDAY}(?<day>\d\d?)\s${ENGLISH},?\s(?<year>\d{4})(?:,?\s${CLOCK}(?:\s${ZONE})?)?`,
  String.raw`${WEEKDAY}${ENGLISH}\s(?<day>\d\d?),?\s(?<year>\d{4})(?:,?\s${CLOCK}(?:\s${ZONE})?)?`,
].map((form) => new RegExp(`^${form}$`, 'i'))

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Printing begins; what machines write for "unknown" lies before it, or at the end of time. */
const FIRST_YEAR = 1450
const LAST_YEAR = 2200

/**
 * Reads a time as JSON-LD, `<time>`, feeds and English pages write it; undefined for what is none, or may be two days.
 * A time without a zone counts as its day. Sources: ISO 8601; RFC 5322, section 3.3; RFC 9557.
 */
export function statedTime(text: string): StatedTime | undefined {
  const written: Written | undefined = FORMS.map((form) => form.exec(text.trim())?.groups).find(Boolean)
  if (!written) return
  try {
    return exactly(written)
  } catch {
    return
  }
}

function exactly({ year, month, day, hour, minute, zone, named }: Written): StatedTime | undefined {
  const inYear = Number(year)
  if (inYear < FIRST_YEAR || inYear > LAST_YEAR) return
  const date = { year: inYear, month: monthIn(month!), day: Number(day ?? 1) }
  const plain = Temporal.PlainDate.from(date, { overflow: 'reject' })
  const dated = { publishedOn: plain.toString(), publishedAt: null, publishedZone: null }
  if (!day) return { ...dated, publishedPrecision: 'month' }
  const offset = zone ? offsetIn(zone) : named
  if (!hour || !offset) return { ...dated, publishedPrecision: 'day' }
  const clock = Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) }, { overflow: 'reject' })
  const at = plain.toZonedDateTime({ timeZone: offset, plainTime: clock })
  return { ...dated, publishedAt: at.epochMilliseconds, publishedZone: at.timeZoneId, publishedPrecision: 'minute' }
}

function monthIn(text: string): number {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase())
  return named < 0 ? Number(text) : named + 1
}

function offsetIn(zone: string): string {
  const bare = zone.replace(/^(?:GMT|UTC)(?=[+-])/i, '')
  if (/^[a-z]+$/i.test(bare)) return 'UTC'
  return `${bare.slice(0, 3)}:${bare.length > 3 ? bare.slice(-2) : '00'}`
}
