import type { Id } from '../../kit/ids.ts'
import type { PictureId } from '../media/index.ts'
import type { SectionId } from './publication/section.ts'

export type ArticleId = Id<'article'>

/** The identity of a piece, whatever the language of its words. */
export interface Article {
  id: ArticleId
  /** What importers know it by. */
  key: string
  sectionId: SectionId | null
  pictureId: PictureId | null
  /** Null until it is published. */
  publishedAt: number | null
  createdAt: number
}

export type ArticleDraft = Pick<Article, 'key' | 'sectionId' | 'pictureId' | 'publishedAt'>
