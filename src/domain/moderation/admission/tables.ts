import type { Generated } from 'kysely'
import type { SectionId } from '../../articles/index.ts'

export interface AdmissionTables {
  /** What is said for a section, or (null) for the whole publication. */
  admissionSetting: { id: Generated<number>; sectionId: SectionId | null; name: string; value: number }
}
