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

const FORM = /^(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?$/

/** Reads a time as JSON-LD and `<time>` write it; undefined for what is none. A time without a zone counts as its day. Source: ISO 8601. */
export function statedTime(text: string): StatedTime | undefined {
  const [, year, month, day, hour, minute, zone] = FORM.exec(text.trim()) ?? worded(text) ?? []
  try {
    if (!year) return
    if (!day) return { ...dated(`${year}-${month}-01`), publishedPrecision: 'month' }
    if (!hour || !zone) return dated(`${year}-${month}-${day}`)
    const offset = zone === 'Z' ? 'UTC' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
    const wall = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}`)
    const publishedAt = wall.toZonedDateTime(offset).epochMilliseconds
    return {
      publishedOn: wall.toPlainDate().toString(),
      publishedAt,
      publishedZone: offset,
      publishedPrecision: 'minute',
    }
  } catch {
    return
  }
}

function dated(day: string): StatedTime {
  const publishedOn = Temporal.PlainDate.from(day, { overflow: 'reject' }).toString()
  return { publishedOn, publishedAt: null, publishedZone: null, publishedPrecision: 'day' }
}

const WORDED = /^(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})$/

/** The same of a time as feeds and headers write it. Source: RFC 5322, section 3.3. */
function worded(text: string): RegExpExecArray | undefined {
  const at = WORDED.test(text.trim()) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : (FORM.exec(new Date(at).toISOString()) ?? undefined)
}
