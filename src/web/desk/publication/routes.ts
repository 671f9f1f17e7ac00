import { shapePublication } from '../../../domain/articles/index.ts'
import { lazily, type Route, route } from '../../http/route.ts'

const front = lazily(() => import('./front.ts'))
const look = lazily(() => import('./look.ts'))
const names = lazily(() => import('./names.ts'))
const pages = lazily(() => import('./pages.ts'))
const publication = lazily(() => import('./publication.ts'))
const rules = lazily(() => import('./rules.ts'))
const sections = lazily(() => import('./sections.ts'))
const staticPage = lazily(() => import('./static-page.ts'))
const tags = lazily(() => import('./tags.ts'))
const undoing = lazily(() => import('./undoing.ts'))

export const routes: readonly Route<unknown>[] = [
  route('GET', '/desk/publication', shapePublication, publication('show')),
  route('POST', '/desk/publication/changes/:change/undoing', shapePublication, undoing('create')),
  route('GET', '/desk/publication/names', shapePublication, names('show')),
  route('POST', '/desk/publication/names', shapePublication, names('create')),
  route('GET', '/desk/publication/sections', shapePublication, sections('show')),
  route('POST', '/desk/publication/sections', shapePublication, sections('create')),
  route('GET', '/desk/publication/tags', shapePublication, tags('show')),
  route('POST', '/desk/publication/tags', shapePublication, tags('create')),
  route('GET', '/desk/publication/rules', shapePublication, rules('show')),
  route('POST', '/desk/publication/rules', shapePublication, rules('create')),
  route('GET', '/desk/publication/front', shapePublication, front('show')),
  route('POST', '/desk/publication/front', shapePublication, front('create')),
  route('GET', '/desk/publication/look', shapePublication, look('show')),
  route('POST', '/desk/publication/look', shapePublication, look('create')),
  route('GET', '/desk/publication/pages', shapePublication, pages('show')),
  route('GET', '/desk/publication/pages/:page', shapePublication, staticPage('show')),
  route('POST', '/desk/publication/pages/:page', shapePublication, staticPage('create')),
]
