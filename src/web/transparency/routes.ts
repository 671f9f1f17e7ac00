import { lazily, type Route, route } from '../http/route.ts'
import type { Given } from './transparency.ts'

export type { Given as GivenToTransparency } from './transparency.ts'

const transparency = lazily(() => import('./transparency.ts'))

export const routes: readonly Route<Given>[] = [
  route('GET', '/:language/rules/transparency', 'visitor', transparency('now')),
  route('GET', '/:language/rules/transparency/:year', 'visitor', transparency('show')),
]
