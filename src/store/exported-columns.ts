import { z } from 'zod'
import { FIRST_MOMENT, LAST_MOMENT } from '../kit/clock.ts'
import { languageFrom } from '../kit/language.ts'

/** Numbers beyond leave too few below 2^53 for what comes after them. */
const LARGEST_NUMBER = 10 ** 15
/** As long as a file of words may be. */
const LONGEST_WORDS = 1024 * 1024
const LONGEST_ADDRESS = 2_000

const size = z.int().nonnegative().max(LARGEST_NUMBER)
const words = z.string().max(LONGEST_WORDS)

/** What columns of an export hold: the same that can be typed, and nothing that a page, a feed or the next row would break at. */
export const exportedColumns = {
  id: size.positive(),
  count: size,
  moment: z.int().min(FIRST_MOMENT, 'is before the year 0').max(LAST_MOMENT, 'is after the year 9999'),
  day: z.string().refine(isDay, 'is no day such as 2014-10-15'),
  language: z.string().refine((tag) => languageFrom(tag) === tag, 'is no language tag'),
  words,
  /** A name by which rows are known. */
  key: z.string().min(1).max(LONGEST_ADDRESS),
  address: z
    .string()
    .max(LONGEST_ADDRESS)
    .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), 'should begin with https:// or http://'),
} as const

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text) !== undefined
  } catch {
    return false
  }
}
