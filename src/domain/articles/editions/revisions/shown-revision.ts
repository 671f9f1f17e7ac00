import type { EditionId } from '../edition.ts'
import type { RevisionId } from './revision.ts'

/** That a revision was shown to everybody, and since when. What was only written at the desk stands in no such row. */
export interface ShownRevision {
  editionId: EditionId
  revisionId: RevisionId
  at: number
}
