import { type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'
import * as outlet from './outlet.ts'
import * as party from './party.ts'

export type GivenToCited = GivenToShared

export const routes: readonly Route<GivenToCited>[] = [
  route('GET', '/:language/outlets/:outlet', 'visitor', outlet.show),
  route('GET', '/:language/parties/:party', 'visitor', party.show),
]
