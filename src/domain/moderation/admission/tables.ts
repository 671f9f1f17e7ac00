import type { Generated } from 'kysely'
import type { SectionId } from '../../articles/index.ts'
import type { RecentPost } from './pace/recent-post.ts'
import type { Restraint, RestraintId } from './restraints/restraint.ts'

export interface AdmissionTables {
  /** What is said for a section, or (null) for the whole publication. */
  admissionSetting: { id: Generated<number>; sectionId: SectionId | null; name: string; value: number }
  restraint: Omit<Restraint, 'id'> & { id: Generated<RestraintId> }
  recentPost: RecentPost & { id: Generated<number> }
}
