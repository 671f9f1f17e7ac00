export type { Article, ArticleDraft, ArticleId } from './article.ts'
export { byId as articleById, byKey as articleByKey, saveArticle } from './articles.ts'
export { BYLINE_ROLES, type BylineDraft, type BylineRole } from './byline.ts'
export { bylineRoles, hasSigned, type ShownByline, saveBylines } from './bylines.ts'
export type { Edition, EditionDraft, EditionId, EditionWords } from './edition.ts'
export { type EditionPage, editionPage } from './edition-page.ts'
export {
  articleHolding,
  editionAt,
  editionForEach,
  editionFormerlyAt,
  editionIn,
  editionsById,
  editionsIn,
  editionsOf,
  isPublished,
} from './editions.ts'
export {
  articleChanged,
  demoCleared,
  editionChanged,
  editionPublished,
  events as articlesEvents,
  importDone,
  publicationChanged,
  publicationRestored,
} from './events.ts'
export { exportedArticles } from './exported.ts'
export { beginFeedIdentity, feedBaseOf, feedId } from './feed-identity.ts'
export { migrations as articlesMigrations } from './migrations.ts'
export { inLanguage, type NameRow, type Names, nameRows, sameNames } from './names.ts'
export type { Outcome } from './outcome.ts'
export type { Publication, PublicationWords } from './publication.ts'
export { isEmpty, publicationOf, savePublication } from './publications.ts'
export { saveEdition, type WordsChanged } from './publishing.ts'
export { nextPublication, publishDue } from './publishing-in-time.ts'
export { reassignBylines } from './reassign.ts'
export type { Revision } from './revision.ts'
export type { Section, SectionId } from './section.ts'
export { languagesIn, type SectionDraft, saveSection, sections } from './sections.ts'
export { type EditionCursor, latestEditions, type ShownEdition } from './shown-editions.ts'
export { RESERVED, slugFor, slugFrom } from './slug.ts'
export type { ArticleTables } from './tables.ts'
