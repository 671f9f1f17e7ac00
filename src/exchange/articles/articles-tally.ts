import type { Tally } from '../kit/tally.ts'

/** What a folder of articles brings, in the order in which it is reported. */
export const KINDS = [
  'publication',
  'sections',
  'outlets',
  'parties',
  'rules',
  'people',
  'pictures',
  'articles',
  'editions',
] as const

export type ArticlesTally = Tally<(typeof KINDS)[number]>
