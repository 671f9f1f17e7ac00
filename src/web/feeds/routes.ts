import { type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'
import * as feeds from './feeds.ts'

export type GivenToFeeds = GivenToShared

export const routes: readonly Route<GivenToFeeds>[] = [
  route('GET', '/:language/feed.atom', 'visitor', feeds.ofLanguage('atom')),
  route('GET', '/:language/feed.rss', 'visitor', feeds.ofLanguage('rss')),
  route('GET', '/:language/feed.json', 'visitor', feeds.ofLanguage('json')),
  route('GET', '/:language/section/:section/feed.atom', 'visitor', feeds.ofSection('atom')),
  route('GET', '/:language/section/:section/feed.rss', 'visitor', feeds.ofSection('rss')),
  route('GET', '/:language/section/:section/feed.json', 'visitor', feeds.ofSection('json')),
  route('GET', '/:language/tag/:tag/feed.atom', 'visitor', feeds.ofTag('atom')),
  route('GET', '/:language/tag/:tag/feed.rss', 'visitor', feeds.ofTag('rss')),
  route('GET', '/:language/tag/:tag/feed.json', 'visitor', feeds.ofTag('json')),
  route('GET', '/:language/person/:person/feed.atom', 'visitor', feeds.ofAuthor('atom')),
  route('GET', '/:language/person/:person/feed.rss', 'visitor', feeds.ofAuthor('rss')),
  route('GET', '/:language/person/:person/feed.json', 'visitor', feeds.ofAuthor('json')),
  route('GET', '/:language/:slug/feed.atom', 'visitor', feeds.ofDiscussion),
]
