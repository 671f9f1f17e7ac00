import { type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'
import * as sitemaps from './sitemaps.ts'

export type GivenToSitemaps = GivenToShared

export const routes: readonly Route<GivenToSitemaps>[] = [
  route('GET', '/robots.txt', 'visitor', sitemaps.robots),
  route('GET', '/sitemap.xml', 'visitor', sitemaps.index),
  route('GET', '/sitemap/:part', 'visitor', sitemaps.part),
  route('GET', '/news-sitemap.xml', 'visitor', sitemaps.news),
]
