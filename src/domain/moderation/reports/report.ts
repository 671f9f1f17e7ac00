import type { Id } from '../../../kit/ids.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { wordsFrom } from '../../../text/words.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { CommentId, ROOT } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { RuleId } from '../rule.ts'

export type ReportId = Id<'report'>

/** The most characters (code points) in which somebody says what is wrong. */
export const LONGEST_REPORT = 1_000

/** So often one person may report within an hour, and within a day. */
export const MOST_AN_HOUR = 20
export const MOST_A_DAY = 60

/** By a rule of the publication, for something that no rule names, or because it breaks the law. */
export type ReportKind = 'rule' | 'other' | 'illegal'

/** Open until somebody decides about what was reported; then it was right, or it was not. */
export type ReportState = 'open' | 'upheld' | 'unfounded'

/** That somebody says what is wrong with a comment. One person reports a comment once. */
export interface Report {
  id: ReportId
  articleId: ArticleId
  /** The article itself is reported where it is ROOT. */
  commentId: CommentId | typeof ROOT
  /** The root of the thread in which the comment stands. */
  rootId: CommentId | typeof ROOT
  /** Nobody where the report came without an account, or its author has been erased. */
  personId: PersonId | null
  kind: ReportKind
  ruleId: RuleId | null
  words: string
  /** What it weighs, in hundredths, by what came of the earlier reports of the same person. */
  weight: number
  state: ReportState
  at: number
  answeredAt: number | null
}

/** What is wrong as a reader says it; where no rule is named, words must say it. */
export function reportedWords(typed: string, ruleId: RuleId | undefined): string {
  if (typed.trim() !== '') return wordsFrom(typed, LONGEST_REPORT)
  if (!ruleId) throw new Trouble('invalid', 'report.reason-missing')
  return ''
}
