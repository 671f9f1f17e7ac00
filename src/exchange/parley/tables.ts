import { exportedArticles } from '../../domain/articles/index.ts'
import { exportedDiscussion, exportedDiscussionBefore, exportedRemovalsBefore } from '../../domain/discussion/index.ts'
import { exportedMedia, exportedPortraits, originalName, portraitName } from '../../domain/media/index.ts'
import { exportedAdmission, exportedDecisions, exportedRules } from '../../domain/moderation/index.ts'
import { exportedPeople, exportedPeopleBefore } from '../../domain/people/index.ts'
import { exportedClaims, exportedSources } from '../../domain/sources/index.ts'
import { exportedTranslation } from '../../domain/translation/index.ts'
import type { ExportedTable } from '../../store/index.ts'

/** The version of the format, in the first line of every export. */
export const VERSION = 3

const published = [...exportedMedia, ...exportedArticles, ...exportedSources, ...exportedClaims, ...exportedRules]
const before = [...exportedPeopleBefore, ...published]

/** Everything that an export holds, each table after those that its rows name. */
export const TABLES: readonly ExportedTable[] = [
  ...exportedPeople,
  ...exportedPortraits,
  ...published,
  ...exportedDiscussion,
  ...exportedAdmission,
  ...exportedDecisions,
  ...exportedTranslation,
]

/** The same in every version of the format that can be read. */
export const TABLES_OF: ReadonlyMap<number, readonly ExportedTable[]> = new Map([
  [1, [...before, ...exportedDiscussionBefore, ...exportedRemovalsBefore]],
  [2, [...before, ...exportedDiscussion]],
  [VERSION, TABLES],
])

/** Those whose rows bring files, and how these are named. */
export const FILES: Readonly<Record<string, (hash: string) => string>> = {
  portrait: portraitName,
  picture: originalName,
}
