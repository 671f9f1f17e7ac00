import { keepPictures } from '../../../domain/media/index.ts'
import { lazily, type Route, route } from '../../http/route.ts'
import type { Given } from './pictures.ts'

export type GivenToPictures = Given

const articlePictures = lazily(() => import('./article-pictures.ts'))
const picture = lazily(() => import('./picture.ts'))
const pictures = lazily(() => import('./pictures.ts'))
const removal = lazily(() => import('./removal.ts'))

export const routes: readonly Route<GivenToPictures>[] = [
  route('GET', '/desk/articles/:article/pictures', keepPictures, articlePictures('show')),
  route('POST', '/desk/articles/:article/pictures', keepPictures, articlePictures('create')),
  route('GET', '/desk/pictures', keepPictures, pictures('show')),
  route('POST', '/desk/pictures', keepPictures, pictures('create')),
  route('GET', '/desk/pictures/:picture', keepPictures, picture('show')),
  route('POST', '/desk/pictures/:picture', keepPictures, picture('create')),
  route('POST', '/desk/pictures/:picture/removal', keepPictures, removal('create')),
]
