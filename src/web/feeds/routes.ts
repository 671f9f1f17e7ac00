import { type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'
import * as feeds from './feeds.ts'

export type GivenToFeeds = GivenToShared

export const routes: readonly Route<GivenToFeeds>[] = [
  route('GET', '/:language/feed.atom', 'visitor', feeds.ofLanguage),
  route('GET', '/:language/section/:section/feed.atom', 'visitor', feeds.ofSection),
  route('GET', '/:language/:slug/feed.atom', 'visitor', feeds.ofDiscussion),
]
