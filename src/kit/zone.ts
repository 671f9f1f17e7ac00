import { Trouble } from './trouble.ts'

export interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

/** UTC milliseconds of a wall-clock time in a zone; throws RangeError for a date that cannot be. */
export function momentIn(zone: string, time: WallTime): number {
  const plain = Temporal.PlainDateTime.from(time, { overflow: 'reject' })
  return plain.toZonedDateTime(zone).epochMilliseconds
}

/** UTC milliseconds of a time as a form sends it, YYYY-MM-DDThh:mm on the clocks of a zone; undefined for one that cannot be. */
export function typedMoment(zone: string, text: string): number | undefined {
  try {
    const moment = /^\d{4}-/.test(text) ? Temporal.PlainDateTime.from(text).toZonedDateTime(zone) : undefined
    return moment?.epochMilliseconds
  } catch {
    return
  }
}

/** A moment as such a form shows it. */
export function typedAs(zone: string, at: number): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()
  return time.toString({ smallestUnit: 'minute' })
}

/** A day written YYYY-MM-DD, from its first moment in a zone to that of the next day; undefined for one that cannot be. */
export function dayIn(zone: string, text: string): { from: number; until: number } | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? plainDay(text) : undefined
  const beginning = (of: Temporal.PlainDate) => of.toZonedDateTime(zone).epochMilliseconds
  return day && { from: beginning(day), until: beginning(day.add({ days: 1 })) }
}

/** The day before a moment's own, from its first moment in a zone to that of the next day. */
export function dayBefore(at: number, zone: string): { since: number; before: number } {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay()
  return { since: day.subtract({ days: 1 }).epochMilliseconds, before: day.epochMilliseconds }
}

function plainDay(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return
  }
}

/** The next moment after another at which a zone's clocks show a full hour, in UTC milliseconds. */
export function nextAtHour(zone: string, hour: number, after: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate()
  const on = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds
  return on(today) > after ? on(today) : on(today.add({ days: 1 }))
}

/** The zone's name as given, when the time zone database has it. */
export function zoneFrom(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name
  } catch {
    throw new Trouble('invalid', 'zone.unknown', { name })
  }
}
