import { dayFirst, localeOf } from './sentences.ts'

/** How a moment is told in full: with its day, its time and whose time that is. */
export const FULL_MOMENT = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const

/** A moment in a zone, in letters as on pages. */
export function fullMoment(at: number, language: string, timeZone: string): string {
  const how = { ...FULL_MOMENT, hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat(dayFirst(localeOf(language)), how).format(at)
}
