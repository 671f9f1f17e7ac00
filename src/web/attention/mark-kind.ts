import { paths } from '../../addresses/paths.ts'
import { follows, type Marks, saved } from '../../domain/discussion/index.ts'

/** What readers do with an article or a comment for themselves, and where. Its words begin with its name. */
export interface MarkKind {
  name: 'follow' | 'saved'
  marks: Marks
  ofArticle(id: number): string
  ofComment(id: number): string
  /** All that one has marked so. */
  list(language: string): string
  /** Where the list is spoken of. */
  from(language: string): { path: string; words: string }
  /** What of an article it is about. */
  part: string
}

export const FOLLOWING: MarkKind = {
  name: 'follow',
  marks: follows,
  ofArticle: paths.followArticle,
  ofComment: paths.followBranch,
  list: paths.follows,
  from: (language) => ({ path: `${paths.account(language)}#notices`, words: 'notices.to-settings' }),
  part: '#discussion',
}

export const SAVING: MarkKind = {
  name: 'saved',
  marks: saved,
  ofArticle: paths.saveArticle,
  ofComment: paths.saveComment,
  list: paths.saved,
  from: (language) => ({ path: paths.account(language), words: 'account.title' }),
  part: '',
}
