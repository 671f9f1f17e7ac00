import { momentIn } from '../../kit/zone.ts'
import { atLine } from '../kit/lines.ts'
import type { PageLine } from './page-lines.ts'
import type { Profile } from './profiles/profile.ts'

/** The UTC milliseconds of the time at the end of an author line, which may hold stray spaces ("09: 41"). */
export function timeAt(line: PageLine, profile: Profile, zone: string): number {
  const { day, month = '', year, hour, minute } = profile.time.exec(line.text)?.groups ?? {}
  const time = {
    year: Number(year),
    month: profile.months.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
  }
  const written = `${day} ${month} ${year} ${hour}:${minute}`
  try {
    const moment = momentIn(zone, time)
    if (year?.length === 4 && clockAt(moment, zone) === time.hour * 60 + time.minute) return moment
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw atLine(line.number, `the time "${written}" cannot be in ${zone}.`)
}

/** Minutes since midnight; another number than was written where the clock was put forward over that time. */
function clockAt(moment: number, zone: string): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
  return hour * 60 + minute
}
