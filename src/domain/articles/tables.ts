import type { Generated } from 'kysely'
import type { Language } from '../../kit/language.ts'
import type { PictureId } from '../media/index.ts'
import type { Article, ArticleId } from './article.ts'
import type { Byline, BylineId } from './byline.ts'
import type { Deletion } from './deletion/deletion.ts'
import type { DraftLink } from './drafts/draft-link.ts'
import type { Edition, EditionId } from './editions/edition.ts'
import type { Retraction } from './editions/publishing/retraction.ts'
import type { Revision, RevisionId } from './editions/revisions/revision.ts'
import type { ShownRevision } from './editions/revisions/shown-revision.ts'
import type { WorkingCopy } from './editions/revisions/working-copy.ts'
import type { Sharing } from './editions/shown/shared-as.ts'
import type { ReadsOnDay } from './figures/reads-on-day.ts'
import type { FolderFile } from './folder-file.ts'
import type { Listing } from './lists/listing.ts'
import type { MarginNote } from './notes/margin-note.ts'
import type { Look } from './publication/look/look.ts'
import type { PagePlace, StaticPageId, StaticPageWords } from './publication/pages/static-page.ts'
import type { Publication, PublicationWords } from './publication/publication.ts'
import type { SectionId } from './publication/section.ts'
import type { ShapingRow } from './publication/shaping/publication-change.ts'
import type { TagId } from './tags/tag.ts'

/** What later parts may read of articles. */
export interface ArticleTables {
  publication: Omit<Publication, 'languages'> & { id: number }
  publicationWords: PublicationWords & { position: number }
  section: { id: Generated<SectionId>; slug: string; position: number }
  sectionWords: { sectionId: SectionId; language: Language; name: string }
  publicationLook: Look & { id: number }
  staticPage: { id: Generated<StaticPageId>; slug: string; place: PagePlace; position: number }
  staticPageWords: StaticPageWords & { pageId: StaticPageId }
  shaping: ShapingRow
  frontPlace: { position: number; articleId: ArticleId }
  article: Omit<Article, 'id'> & { id: Generated<ArticleId> }
  edition: Omit<Edition, 'id'> & { id: Generated<EditionId> }
  articlePicture: { articleId: ArticleId; name: string; pictureId: PictureId }
  formerSlug: { language: Language; slug: string; editionId: EditionId }
  feedIdentity: { id: number; base: string }
  revision: Omit<Revision, 'id'> & { id: Generated<RevisionId> }
  byline: Omit<Byline, 'id' | 'names'> & { id: Generated<BylineId>; articleId: ArticleId; position: number }
  retraction: Omit<Retraction, 'id'> & { id: Generated<Retraction['id']> }
  shownRevision: ShownRevision
  workingCopy: Omit<WorkingCopy, 'id'> & { id: Generated<WorkingCopy['id']> }
  tag: { id: Generated<TagId>; slug: string }
  tagWords: { tagId: TagId; language: Language; name: string }
  listing: Listing
  articleTag: { articleId: ArticleId; tagId: TagId; position: number }
  relatedArticle: { articleId: ArticleId; relatedId: ArticleId; position: number }
  sharing: Sharing & { editionId: EditionId }
  readsOnDay: ReadsOnDay
  folderFile: FolderFile
  marginNote: Omit<MarginNote, 'id'> & { id: Generated<MarginNote['id']> }
  draftLink: Omit<DraftLink, 'id'> & { id: Generated<DraftLink['id']> }
  deletion: Omit<Deletion, 'id'> & { id: Generated<Deletion['id']> }
  bylineWords: { bylineId: BylineId; language: Language; name: string }
}
