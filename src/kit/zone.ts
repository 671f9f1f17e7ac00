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

/** A day written YYYY-MM-DD, from its first moment in a zone to that of the next day; undefined for one that cannot be. */
export function dayIn(zone: string, text: string): { from: number; until: number } | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? plainDay(text) : undefined
  const beginning = (of: Temporal.PlainDate) => of.toZonedDateTime(zone).epochMilliseconds
  return day && { from: beginning(day), until: beginning(day.add({ days: 1 })) }
}

function plainDay(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return
  }
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
