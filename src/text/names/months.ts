import { memoized } from '../../kit/memoize.ts'
import { nameKey } from './name-words.ts'

const MOST_LANGUAGES = 50

/** What a language calls the months and the days of the week, some of which are surnames, too. */
export const monthsIn = memoized(MOST_LANGUAGES, (language: string): ReadonlySet<string> => {
  const names = [
    ...Array.from({ length: 12 }, (_, month) => named(language, { month: 'long' }, new Date(Date.UTC(2024, month, 2)))),
    ...Array.from({ length: 7 }, (_, day) =>
      named(language, { weekday: 'long' }, new Date(Date.UTC(2024, 0, day + 1))),
    ),
  ]
  return new Set(names.map(nameKey))
})

function named(language: string, how: Intl.DateTimeFormatOptions, at: Date): string {
  return new Intl.DateTimeFormat(language, { ...how, timeZone: 'UTC' }).format(at)
}
