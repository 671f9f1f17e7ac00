import { lazily, type Route, route } from '../http/route.ts'

const transparency = lazily(() => import('./transparency.ts'))

export const routes: readonly Route<unknown>[] = [
  route('GET', '/:language/rules/transparency', 'visitor', transparency('now')),
  route('GET', '/:language/rules/transparency/:year', 'visitor', transparency('show')),
]
