export { acts as articlesActs } from './acts.ts'
export type { Article, ArticleId } from './article.ts'
export { allArticles, byId as articleById, byKey as articleByKey, saveArticle } from './articles.ts'
export { BYLINE_ROLES, type BylineDraft, type BylineRole } from './byline.ts'
export { bylineDrafts, bylineRoles, bylinesOn, hasSigned, saveBylines } from './bylines.ts'
export { dataKinds as articlesData } from './data-kinds.ts'
export { UNDONE_WITHIN_MS } from './deletion/deletion.ts'
export { deleteArticle, deletedArticles, deletionOf, restoreArticle } from './deletion/deletions.ts'
export { createDraftLinks, type DraftLinks } from './drafts/draft-link.ts'
export { draftLinksOf, draftLinkWithId, makeDraftLink, withdrawDraftLink } from './drafts/draft-links.ts'
export { type DeskCursor, type DeskEdition, deskEditions } from './editions/desk-list.ts'
export {
  EDITION_STATES,
  type Edition,
  type EditionDraft,
  type EditionId,
  type EditionState,
  type EditionWords,
  isReadable,
  READABLE,
} from './editions/edition.ts'
export { editionWordsFrom, LONGEST as LONGEST_EDITION } from './editions/edition-words.ts'
export {
  articleHolding,
  editionAt,
  editionCorrected,
  editionForEach,
  editionFormerlyAt,
  editionIn,
  editionsAtDesk,
  editionsById,
  editionsIn,
  editionsOf,
  editionWithId,
  isPublished,
  mustBePublished,
} from './editions/editions.ts'
export { type Missing, missingIn } from './editions/missing.ts'
export { articleOf, type Particulars, type Signer, saveParticulars } from './editions/particulars.ts'
export { appearsAt, type ImportBar, importBar } from './editions/publishing/import-bar.ts'
export {
  type Acting,
  addressOf as addressOfEdition,
  type MayAppear,
  publishEdition,
} from './editions/publishing/publish.ts'
export { saveEdition, type WordsChanged } from './editions/publishing/publishing.ts'
export { nextPublication, publishDue } from './editions/publishing/publishing-in-time.ts'
export { scheduleEdition, setEmbargo, setTakeOff, unscheduleEdition } from './editions/publishing/schedule.ts'
export { retractEdition, retractionOf, reviewEdition, withdrawEdition } from './editions/publishing/take-back.ts'
export { toCome } from './editions/publishing/to-come.ts'
export { sayUnreviewed } from './editions/publishing/unreviewed.ts'
export { madeOf, type Revision, type RevisionId, sameWords } from './editions/revisions/revision.ts'
export {
  latestRevision,
  type RevisionLine,
  revisionLines,
  revisionNumbered,
  revisionWithId,
} from './editions/revisions/revisions.ts'
export { keepShown, shownRevisions } from './editions/revisions/shown-revisions.ts'
export { keepTyped, letGo, takeOver } from './editions/revisions/typing.ts'
export { workingCopyOf } from './editions/revisions/working-copies.ts'
export { isHeld, type WorkingCopy } from './editions/revisions/working-copy.ts'
export { type EditionPage, editionFound, editionPage, type FoundEdition } from './editions/shown/edition-page.ts'
export { latestTitles } from './editions/shown/further-reading.ts'
export {
  lastPublished,
  type PublishedAddress,
  type PublishedNews,
  publishedBetween,
  publishedSince,
} from './editions/shown/published-addresses.ts'
export { type PublishedWords, publishedWords } from './editions/shown/published-words.ts'
export type { Sharing } from './editions/shown/shared-as.ts'
export { SHARED_AS_WRITTEN, saveSharing, sharingFrom, sharingOf } from './editions/shown/sharing.ts'
export {
  type EditionCursor,
  languagesWith,
  latestEditions,
  type ShownEdition,
  shownDraft,
} from './editions/shown/shown-editions.ts'
export { slugFor, slugFrom } from './editions/slug.ts'
export {
  beginArticle,
  beginEdition,
  refuseDeleted,
  restoreRevision,
  type Saved,
  saveRevision,
} from './editions/writing.ts'
export {
  articleChanged,
  demoCleared,
  editionChanged,
  editionPublished,
  editionRetracted,
  editionSaved,
  editionWithdrawn,
  events as articlesEvents,
  importDone,
  publicationChanged,
  publicationRestored,
} from './events.ts'
export { exportedArticles } from './exported.ts'
export { createReadCounter, NO_READS, READ_COUNTS, type ReadCount, type ReadCounter } from './figures/read-counter.ts'
export { addReads, dayOf, mostRead, readsByDay, readsOfEdition } from './figures/reads.ts'
export { fileKept, keepFile } from './folder-files.ts'
export type { List } from './lists/listing.ts'
export { listAll, listed, mislisted } from './lists/listings.ts'
export { migrations as articlesMigrations } from './migrations.ts'
export { NOTE_OUTCOMES, placeIn } from './notes/margin-note.ts'
export { endNote, type ListedNote, marginNotesOf, noteInMargin, openNotes } from './notes/margin-notes.ts'
export type { Outcome } from './outcome.ts'
export { isPictureUsed, type PictureUse, showPictureAnew, usesOfPictures } from './picture-uses.ts'
export { placeOf } from './place.ts'
export { lacksPictureText, picturesOfArticle, placePicture, takePictureAway } from './placing-pictures.ts'
export {
  policy as articlesPolicy,
  publishEditions,
  shapePublication,
  takeDemoAway,
  writeArticles,
} from './policy.ts'
export { beginFeedIdentity, feedBaseOf, feedId } from './publication/feed-identity.ts'
export { firstSteps } from './publication/first-steps.ts'
export { frontPlaces, MOST_PLACED } from './publication/front-places.ts'
export { contrast, type Look, mustBeReadable, TYPEFACES } from './publication/look/look.ts'
export { lookOf } from './publication/look/looks.ts'
export { inLanguage, type NameRow, type Names, nameRows } from './publication/names.ts'
export { POLICY_PAGES, type PolicyPage, policyPages } from './publication/pages/policies.ts'
export { NEW_PAGE, PAGE_PLACES, type StaticPage } from './publication/pages/static-page.ts'
export { pageAddresses, pageLinks, staticPageAt, staticPages } from './publication/pages/static-pages.ts'
export type { Publication } from './publication/publication.ts'
export { isEmpty, publicationOf, savePublication } from './publication/publications.ts'
export type { Section, SectionId } from './publication/section.ts'
export { saveSection, sections } from './publication/sections.ts'
export { frontPart, lookPart, namesPart, pagesPart, sectionsPart, tagsPart } from './publication/shaping/parts.ts'
export type { AnyPart, PublicationPart } from './publication/shaping/publication-part.ts'
export { latestShapings, shape, undoShaping } from './publication/shaping/shaping.ts'
export { bylineHolder } from './reassign.ts'
export { relatedAddresses, relatedTo, saveRelated } from './related.ts'
export { signersOf } from './signers.ts'
export type { ArticleTables } from './tables.ts'
export type { Tag, TagDraft } from './tags/tag.ts'
export { tagBySlugs } from './tags/tagging.ts'
export { saveTag, tagAddresses, tagAt, tagDrafts, tagsOn } from './tags/tags.ts'
export { type NamedPicture, saveTextPictures, textPicturesOf } from './text-pictures.ts'
