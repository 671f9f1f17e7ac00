export type { Article, ArticleDraft, ArticleId } from './article.ts'
export { byId as articleById, byKey as articleByKey, saveArticle } from './articles.ts'
export { BYLINE_ROLES, type BylineDraft, type BylineRole } from './byline.ts'
export { bylineRoles, hasSigned, type ShownByline, saveBylines } from './bylines.ts'
export { dataKinds as articlesData } from './data-kinds.ts'
export type { Edition, EditionDraft, EditionId, EditionWords } from './editions/edition.ts'
export { type EditionPage, editionPage } from './editions/edition-page.ts'
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
} from './editions/editions.ts'
export { saveEdition, type WordsChanged } from './editions/publishing.ts'
export { nextPublication, publishDue } from './editions/publishing-in-time.ts'
export type { Revision } from './editions/revision.ts'
export { type EditionCursor, latestEditions, type ShownEdition } from './editions/shown-editions.ts'
export { RESERVED, slugFor, slugFrom } from './editions/slug.ts'
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
export { migrations as articlesMigrations } from './migrations.ts'
export type { Outcome } from './outcome.ts'
export { isPictureUsed, type PictureUse, showPictureAnew, usesOfPictures } from './picture-uses.ts'
export { placeOf } from './place.ts'
export { policy as articlesPolicy, takeDemoAway } from './policy.ts'
export { beginFeedIdentity, feedBaseOf, feedId } from './publication/feed-identity.ts'
export { inLanguage, type NameRow, type Names, nameRows, sameNames } from './publication/names.ts'
export type { Publication, PublicationWords } from './publication/publication.ts'
export { isEmpty, publicationOf, savePublication } from './publication/publications.ts'
export type { Section, SectionId } from './publication/section.ts'
export { languagesIn, type SectionDraft, saveSection, sections } from './publication/sections.ts'
export { bylineHolder } from './reassign.ts'
export type { ArticleTables } from './tables.ts'
export { type NamedPicture, saveTextPictures, textPicturesOf } from './text-pictures.ts'
