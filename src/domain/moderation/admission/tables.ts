import type { Generated } from 'kysely'
import type { SectionId } from '../../articles/index.ts'
import type { RecentPost } from './recent-post.ts'

export interface AdmissionTables {
  /** What is said for a section, or (null) for the whole publication. */
  admissionSetting: { id: Generated<number>; sectionId: SectionId | null; name: string; value: number }
  recentPost: RecentPost & { id: Generated<number> }
}
