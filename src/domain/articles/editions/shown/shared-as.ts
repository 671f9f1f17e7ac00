import type { PictureId } from '../../../media/index.ts'

/** What an edition is called where it is found by a search engine or shared, in other words than its own; empty where they are the same. */
export interface Sharing {
  searchTitle: string
  searchWords: string
  shareTitle: string
  shareWords: string
  pictureId: PictureId | null
}
