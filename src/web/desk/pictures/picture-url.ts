import { type Picture, pictureFiles } from '../../../domain/media/index.ts'

/** Its narrowest rendition, to be told apart by. */
export function pictureUrl(picture: Pick<Picture, 'hash' | 'width' | 'height'>): string {
  return pictureFiles(picture).srcset.split(' ')[0]!
}
