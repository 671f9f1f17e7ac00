import { lazily, type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'

export type GivenToCited = GivenToShared

const outlet = lazily(() => import('./outlet.ts'))
const party = lazily(() => import('./party.ts'))

export const routes: readonly Route<GivenToCited>[] = [
  route('GET', '/:language/outlets/:outlet', 'visitor', outlet('show')),
  route('GET', '/:language/parties/:party', 'visitor', party('show')),
]
