import { exportedArticles } from '../../domain/articles/index.ts'
import { exportedDiscussion } from '../../domain/discussion/index.ts'
import { exportedMedia } from '../../domain/media/index.ts'
import { exportedRemovals, exportedRules } from '../../domain/moderation/index.ts'
import { exportedPeople } from '../../domain/people/index.ts'
import { exportedSources } from '../../domain/sources/index.ts'
import type { ExportedTable } from '../../store/index.ts'

/** The version of the format, in the first line of every export. */
export const VERSION = 1

/** Everything that an export holds, each table after those that its rows name. */
export const TABLES: readonly ExportedTable[] = [
  ...exportedPeople,
  ...exportedMedia,
  ...exportedArticles,
  ...exportedSources,
  ...exportedRules,
  ...exportedDiscussion,
  ...exportedRemovals,
]

/** The one whose rows bring files. */
export const PICTURES = 'picture'
