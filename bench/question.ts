import type { Stock } from './stock.ts'

/** One line of the table. */
export interface Figure {
  what: string
  measured: string
  /** What it is compared with, measured in the same run. */
  beside: string
  ratio: number | null
  required: string
  /** Null where nothing is required. */
  reached: boolean | null
}

/** What every question is asked with. */
export interface Run {
  quick: boolean
  stock: Stock
  /** How long each load lasts in all, after it has warmed up. */
  seconds: number
  /** Some of the questions that are asked on PostgreSQL; all where nothing is said. */
  only?: readonly string[] | undefined
  say(line: string): void
}

export type Question = (run: Run) => Promise<Figure[]>

/** Whether a ratio reaches at least what is required. */
export function atLeast(what: string, measured: string, beside: string, ratio: number, least: number): Figure {
  return { what, measured, beside, ratio, required: `≥ ${least}`, reached: ratio >= least }
}

export function atMost(what: string, value: number, unit: string, most: number, beside = ''): Figure {
  return {
    what,
    measured: `${round(value)} ${unit}`,
    beside,
    ratio: null,
    required: `≤ ${most} ${unit}`,
    reached: value <= most,
  }
}

/** Whether a ratio is no more than what is required. */
export function notOver(what: string, measured: string, beside: string, ratio: number, most: number): Figure {
  return { what, measured, beside, ratio, required: `≤ ${most}`, reached: ratio <= most }
}

export function justSaid(what: string, measured: string, beside = ''): Figure {
  return { what, measured, beside, ratio: null, required: '', reached: null }
}

export function round(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}

/** The value under which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
