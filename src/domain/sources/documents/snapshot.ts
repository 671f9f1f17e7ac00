import type { Id } from '../../../kit/ids.ts'
import type { SourceDocumentId } from './source-document.ts'

export type SnapshotId = Id<'sourceSnapshot'>

/** A copy that an archive has of a document, or was asked to make. */
export const SNAPSHOT_STATES = ['asked', 'kept', 'refused'] as const

export type SnapshotState = (typeof SNAPSHOT_STATES)[number]

export interface Snapshot {
  id: SnapshotId
  sourceDocumentId: SourceDocumentId
  provider: string
  /** Where it stands; null until it is made. */
  url: string | null
  capturedAt: number | null
  state: SnapshotState
  /** By what the archive knows that it was asked. */
  job: string | null
  askedAt: number
}
