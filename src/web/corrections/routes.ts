import { lazily, type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'

export type GivenToCorrections = GivenToShared

const corrections = lazily(() => import('./corrections.ts'))
const correctionsFeed = lazily(() => import('./corrections-feed.ts'))

export const routes: readonly Route<GivenToCorrections>[] = [
  route('GET', '/:language/corrections', 'visitor', corrections('show')),
  route('GET', '/:language/corrections/feed.atom', 'visitor', correctionsFeed('show')),
]
