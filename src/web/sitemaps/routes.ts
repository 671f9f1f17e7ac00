import { lazily, type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'

export type GivenToSitemaps = GivenToShared

const sitemaps = lazily(() => import('./sitemaps.ts'))

export const routes: readonly Route<GivenToSitemaps>[] = [
  route('GET', '/robots.txt', 'visitor', sitemaps('robots')),
  route('GET', '/sitemap.xml', 'visitor', sitemaps('index')),
  route('GET', '/sitemap/:part', 'visitor', sitemaps('part')),
  route('GET', '/news-sitemap.xml', 'visitor', sitemaps('news')),
]
