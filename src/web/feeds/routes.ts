import { type Route, route } from '../http/route.ts'
import * as feeds from './feeds.ts'

export const routes: readonly Route[] = [
  route('GET', '/:language/feed.atom', feeds.ofLanguage),
  route('GET', '/:language/section/:section/feed.atom', feeds.ofSection),
  route('GET', '/:language/:slug/feed.atom', feeds.ofDiscussion),
]
