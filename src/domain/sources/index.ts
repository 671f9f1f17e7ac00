export { ACTOR_KINDS, actorNamed, actorNames, outletNamed, partyNamed } from './actor-named.ts'
export { acts as sourcesActs } from './acts.ts'
export { dropAnchor } from './anchors/anchors.ts'
export { lostIn } from './anchors/lost-anchors.ts'
export { type Marked, markWords } from './anchors/marking.ts'
export { chainAtDesk } from './chain/chains.ts'
export { type MissingSource, missingSources } from './chain/missing-sources.ts'
export type { CitedDraft, Kept, Sort } from './cited/cited.ts'
export { citedAt, citedById } from './cited/cited-kept.ts'
export { citedCalled, citedFound } from './cited/found.ts'
export { keepCited } from './cited/keep-cited.ts'
export { namesOf } from './cited/name-forms.ts'
export { acts as claimActs } from './claims/acts.ts'
export { CLAIM_KINDS, CLAIM_RELATIONS, CLAIM_STATUSES, type Claim, type ClaimId } from './claims/claim.ts'
export { claimNoted } from './claims/claim-noted.ts'
export { claimsOf, claimWithId } from './claims/claims.ts'
export { exportedClaims } from './claims/exported.ts'
export { filedClaims } from './claims/filed-claims.ts'
export { ANONYMITIES, HOP_RELATIONS, isPartialDate } from './claims/hop.ts'
export { type HopDraft, hopOfClaim, type KeptHop } from './claims/hops.ts'
export { addHop, changeHop, keepClaim, moveHop, relateClaims, removeHop } from './claims/keeping-claims.ts'
export { type FiledClaim, type FiledQuote, saveClaims } from './claims/save-claims.ts'
export { correct, correctionsIn, correctionsOfArticle, WEIGHTS } from './corrections/index.ts'
export { type Archive, type ArchiveOptions, WAYBACK, waybackArchive } from './documents/archive.ts'
export {
  changeDocument,
  type DocumentDraft,
  documentAt,
  documentById,
  documentsById,
  keepDocument,
  openDocument,
} from './documents/documents.ts'
export { articlesDrawingOn, documentsFound } from './documents/documents-found.ts'
export { type Checked, keepChecked, takeForCheck } from './documents/link-checks.ts'
export type { Snapshot } from './documents/snapshot.ts'
export { keepSnapshot, settleSnapshot, snapshotsOf } from './documents/snapshots.ts'
export {
  type KeptWords,
  LINK_STATES,
  type LinkState,
  onDay,
  type Published,
  type SourceDocument,
  type SourceDocumentId,
} from './documents/source-document.ts'
export * from './early.ts'
export { exportedSources } from './exported.ts'
export type { Keeping } from './keeping.ts'
export type { Merge, MergedKind } from './merging/merge.ts'
export { merge, mergedInto, mergesInto, undoMerge } from './merging/merges.ts'
export { formIn, type NameForm } from './name-form.ts'
export { OUTLET_KINDS, type Outlet, type OutletId, type OutletKind } from './outlets/outlet.ts'
export { type KeptOutlet, OUTLETS, type OutletDraft, outletAtHost, outlets, saveOutlet } from './outlets/outlets.ts'
export { filedParties, saveParty } from './parties/filed-parties.ts'
export { type KeptParty, PARTIES, type PartyDraft } from './parties/parties.ts'
export { PARTY_KINDS, type PartyId, type PartyKind, type PartyRole } from './parties/party.ts'
export type { ProposalId } from './proposals/proposal.ts'
export {
  decideProposal,
  proposalsWaiting,
  proposalsWaitingFor,
  proposalsWaitingForClaim,
  proposeSource,
} from './proposals/proposals.ts'
export { keepQuote } from './quotes/keeping-quotes.ts'
export { type Quote, type QuoteId, RENDERED_BY } from './quotes/quote.ts'
export { quotesOf, quoteWithId } from './quotes/quotes.ts'
export { type CitedOften, citedDocuments, outletCited } from './record.ts'
export { type SaidThrough, type StepId, saidThrough, type Through } from './said-through.ts'
export { addSource, saveSources, sourceAddresses, sourceDraftsOf } from './sources.ts'
