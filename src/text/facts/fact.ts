import type { Unit } from './units.ts'

export type FactKind =
  | 'number'
  | 'ordinal'
  | 'percent'
  | 'money'
  | 'measure'
  | 'time'
  | 'month'
  | 'weekday'
  | 'decade'
  | 'phone'

/** One thing that a text states and that another language must state, too. */
export interface Fact {
  kind: FactKind
  start: number
  end: number
  text: string
  /** What it may mean, the likeliest first: a month from 1, a weekday from Monday as 1, the hour of a time. */
  values: readonly number[]
  /** The place of its last digit as it is written: 0.1 in 2.8, 100,000,000 in 2.8 billion. */
  place: number
  /** Whether the other side must have it: what is written in digits, and longer numbers in words. */
  isFirm: boolean
  isWords: boolean
  units?: readonly Unit[]
  currencies?: readonly string[]
  /** Minutes since midnight; where nothing says which half of the day is meant, both are. */
  clock?: { minutes: number; isSure: boolean }
  /** What it is made of, where another language may say these one by one. */
  parts?: readonly number[]
  isNegative?: true
  /** Whether a colon hangs on it: a time of which a half is gone. */
  isCut?: true
  /** Whether it counts points, which may be those of percent. */
  isPoints?: true
}
