import { type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'
import * as corrections from './corrections.ts'
import * as correctionsFeed from './corrections-feed.ts'

export type GivenToCorrections = GivenToShared

export const routes: readonly Route<GivenToCorrections>[] = [
  route('GET', '/:language/corrections', 'visitor', corrections.show),
  route('GET', '/:language/corrections/feed.atom', 'visitor', correctionsFeed.show),
]
