import type { Id } from '../../kit/ids.ts'

export type RuleId = Id<'rule'>

/** One rule of the publication, in a reader's language. */
export interface Rule {
  id: RuleId
  number: number
  title: string
  words: string
  /** In which it is worded, where the publication has no words of it in the one asked for. */
  language: string
}
