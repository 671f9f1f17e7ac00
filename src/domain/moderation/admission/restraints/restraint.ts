import type { Id } from '../../../../kit/ids.ts'
import type { ArticleId } from '../../../articles/index.ts'
import type { PersonId } from '../../../people/index.ts'

export type RestraintId = Id<'restraint'>

/** What can be asked of everybody who writes, for a while or until somebody ends it. */
export const RESTRAINT_KINDS = ['hold-new', 'hold-all', 'read-only', 'slow'] as const
export type RestraintKind = (typeof RESTRAINT_KINDS)[number]

/** One such thing, of a discussion or (null) of the whole publication. */
export interface Restraint {
  id: RestraintId
  articleId: ArticleId | null
  kind: RestraintKind
  /** How long one waits between one's comments, where it slows. */
  seconds: number
  /** Null where it lasts until somebody ends it. */
  until: number | null
  byId: PersonId | null
  at: number
  endedAt: number | null
  endedById: PersonId | null
}

/** Whether somebody who writes in a discussion meets it at a moment. */
export function binds({ articleId, until, endedAt }: Restraint, article: ArticleId, at: number): boolean {
  return endedAt === null && (until === null || until > at) && (articleId === null || articleId === article)
}
