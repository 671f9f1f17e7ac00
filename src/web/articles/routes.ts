import { lazily, type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'
import * as article from './article.ts'
import * as author from './author.ts'
import * as front from './front.ts'
import * as otherEditions from './other-editions.ts'
import * as section from './section.ts'
import * as tag from './tag.ts'

export type GivenToArticles = article.Given & otherEditions.Given & GivenToShared

const changes = lazily(() => import('./changes.ts'))
const ninjs = lazily(() => import('./ninjs.ts'))
const sourcesOfArticle = lazily(() => import('./sources-of-article.ts'))

export const routes: readonly Route<GivenToArticles>[] = [
  route('GET', '/', 'visitor', front.choose),
  route('GET', '/:language/', 'visitor', front.show),
  route('GET', '/:language/section/:section', 'visitor', section.show),
  route('GET', '/:language/tag/:tag', 'visitor', tag.show),
  route('GET', '/:language/person/:person', 'visitor', author.show),
  route('GET', '/a/:article/editions', 'visitor', otherEditions.show),
  route('POST', '/a/:article/editions', 'visitor', otherEditions.create),
  route('GET', '/:language/:slug/changes', 'visitor', changes('show')),
  route('GET', '/:language/:slug/ninjs.json', 'visitor', ninjs('show')),
  route('GET', '/:language/:slug/sources', 'visitor', sourcesOfArticle('show')),
  route('GET', '/:language/:slug', 'visitor', article.show),
]
