import { z } from 'zod'
import { hidesSomething } from '../../kit/characters.ts'
import { DAY_MS, FIRST_MOMENT, LAST_MOMENT } from '../../kit/clock.ts'
import { type Language, languageFrom } from '../../kit/language.ts'

/** Words in one line: runs of white space are one space. */
const oneLine = z.string().transform((text) => text.replace(/\s+/g, ' ').trim())

/** The same, of which everything is seen. */
export const line = oneLine.pipe(
  z
    .string()
    .min(1)
    .refine((text) => !hidesSomething(text), 'holds a character that nobody can see.'),
)

/** What the rules of names are for. */
export const personName = oneLine.pipe(z.string().min(1))

export const key = z
  .string()
  .refine((text) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text), 'should be small letters, digits and hyphens.')

export const language = z.custom<Language>(
  (text) => typeof text === 'string' && languageFrom(text) === text,
  'is no language tag such as “en” or “pt-BR”.',
)

export const names = z.record(language, line)

export const webAddress = z.string().refine(isWebAddress, 'should be an address that begins with https:// or http://.')

export const day = z.string().refine(isDay, 'should be a day such as “2014-10-15”.')

export const moment = z
  .string()
  .refine(isMoment, 'should be a time such as “2014-10-15T09:41”, with an offset where it is not the publication’s.')

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && succeeds(() => Temporal.PlainDate.from(text))
}

function isMoment(text: string): boolean {
  return succeeds(() => {
    const moment = momentFrom(text, 'UTC')
    if (moment < FIRST_MOMENT + DAY_MS || moment > LAST_MOMENT - DAY_MS) throw new RangeError('no such year')
  })
}

const OFFSET = /(?:[+-]\d\d:?\d\d|Z)$/

/** UTC milliseconds of an ISO time with an offset, or of one on the clocks of the zone. Throws RangeError for what is none. */
export function momentFrom(text: string, zone: string): number {
  if (OFFSET.test(text) && /T|\d \d/.test(text)) return Temporal.Instant.from(text).epochMilliseconds
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds
}

function succeeds(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
