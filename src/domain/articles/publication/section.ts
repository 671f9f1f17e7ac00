import type { Id } from '../../../kit/ids.ts'

export type SectionId = Id<'section'>

/** A rubric, as it is called in one language. */
export interface Section {
  id: SectionId
  slug: string
  name: string
}
