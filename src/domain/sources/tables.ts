import type { Generated } from 'kysely'
import type { ArticleId } from '../articles/index.ts'
import type { ClaimTables } from './claims/tables.ts'
import type { Correction, CorrectionId, CorrectionWords } from './corrections/correction.ts'
import type { Snapshot, SnapshotId } from './documents/snapshot.ts'
import type { Precision, SourceDocument, SourceDocumentId } from './documents/source-document.ts'
import type { Merge, MergedRow, MergeId } from './merging/merge.ts'
import type { NameFormRow } from './name-form.ts'
import type { Outlet, OutletId, OutletKind } from './outlets/outlet.ts'
import type { PartyId, PartyKind } from './parties/party.ts'

/** Lists are kept as JSON. */
type Listed = Generated<string>

export interface SourceTables extends ClaimTables {
  outlet: Pick<Outlet, 'key' | 'url' | 'country'> & {
    id: Generated<OutletId>
    kind: Generated<OutletKind>
    sameAs: Listed
  }
  outletWords: NameFormRow & { outletId: OutletId }
  party: { id: Generated<PartyId>; key: string; kind: PartyKind; sameAs: Listed }
  partyWords: NameFormRow & { partyId: PartyId }
  partyRole: { id: Generated<number>; partyId: PartyId; position: number; since: string | null; until: string | null }
  partyRoleWords: { roleId: number; language: NameFormRow['language']; name: string }
  merge: Omit<Merge, 'id'> & { id: Generated<MergeId> }
  mergedRow: MergedRow
  sourceDocument: Omit<SourceDocument, 'id' | 'bylines' | 'publishedPrecision'> & {
    id: Generated<SourceDocumentId>
    bylines: Listed
    publishedPrecision: Generated<Precision>
  }
  sourceSnapshot: Omit<Snapshot, 'id'> & { id: Generated<SnapshotId> }
  correction: Omit<Correction, 'id'> & { id: Generated<CorrectionId> }
  correctionWords: CorrectionWords & { correctionId: CorrectionId }
  articleSource: { articleId: ArticleId; sourceDocumentId: SourceDocumentId; position: number }
}
