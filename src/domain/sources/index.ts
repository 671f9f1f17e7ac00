export { acts as sourcesActs } from './acts.ts'
export { type Archive, type ArchiveOptions, type Copied, WAYBACK, waybackArchive } from './archive.ts'
export {
  type Correction,
  type CorrectionDraft,
  type CorrectionId,
  type CorrectionWords,
  correct,
  correctionById,
  correctionMadeBy,
  correctionsIn,
  correctionsOf,
  correctionsOfArticle,
  correctionsOfEach,
  LONGEST_SAID,
  type PlacedCorrection,
  type ShownCorrection,
  WEIGHTS,
  type Weight,
} from './corrections/index.ts'
export { dataKinds as sourcesData } from './data-kinds.ts'
export {
  changeDocument,
  checkedDocument,
  type DocumentDraft,
  documentAt,
  documentById,
  documentsById,
  keepDocument,
  LONGEST_PASSAGE,
  openDocument,
} from './documents.ts'
export { articlesDrawingOn, documentsFound } from './documents-found.ts'
export { correctionMade, events as sourcesEvents } from './events.ts'
export { exportedSources } from './exported.ts'
export { outletAtHost, outletsCalled, outletsFound, partiesCalled, partiesFound } from './found.ts'
export type { Keeping } from './keeping.ts'
export { type Checked, keepChecked, takeForCheck } from './link-checks.ts'
export { MERGED_KINDS, type Merge, type MergedKind, type MergeId } from './merge.ts'
export { merge, mergedInto, mergesInto, undoMerge } from './merges.ts'
export { migrations as sourcesMigrations } from './migrations.ts'
export { formIn, type NameForm } from './name-form.ts'
export { OUTLET_KINDS, type Outlet, type OutletId, type OutletKind } from './outlet.ts'
export {
  type KeptOutlet,
  keepOutlet,
  type OutletDraft,
  outletAt,
  outletById,
  outletNames,
  outlets,
  saveOutlet,
} from './outlets.ts'
export {
  type KeptParty,
  keepParty,
  type PartyDraft,
  partyAt,
  partyById,
  partyNames,
  roleOn,
} from './parties.ts'
export { PARTY_KINDS, type Party, type PartyId, type PartyKind, type PartyRole } from './party.ts'
export { type CitedOften, citedDocuments, outletCited } from './record.ts'
export type { Snapshot, SnapshotId, SnapshotState } from './snapshot.ts'
export { askedFirst, keepSnapshot, settleSnapshot, snapshotsOf } from './snapshots.ts'
export {
  LINK_STATES,
  type LinkState,
  type NamedSource,
  onDay,
  PRECISIONS,
  type Precision,
  type Published,
  type SourceDocument,
  type SourceDocumentId,
} from './source-document.ts'
export { addSource, type SourceAddress, saveSources, sourceAddresses, sourceDraftsOf, sourcesOf } from './sources.ts'
