import { keepPictures } from '../../../domain/media/index.ts'
import { type Route, route } from '../../http/route.ts'
import * as articlePictures from './article-pictures.ts'
import * as picture from './picture.ts'
import * as pictures from './pictures.ts'
import * as removal from './removal.ts'

export type GivenToPictures = pictures.Given

export const routes: readonly Route<GivenToPictures>[] = [
  route('GET', '/desk/articles/:article/pictures', keepPictures, articlePictures.show),
  route('POST', '/desk/articles/:article/pictures', keepPictures, articlePictures.create),
  route('GET', '/desk/pictures', keepPictures, pictures.show),
  route('POST', '/desk/pictures', keepPictures, pictures.create),
  route('GET', '/desk/pictures/:picture', keepPictures, picture.show),
  route('POST', '/desk/pictures/:picture', keepPictures, picture.create),
  route('POST', '/desk/pictures/:picture/removal', keepPictures, removal.create),
]
