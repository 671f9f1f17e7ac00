import { lazily, type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'

export type GivenToStaticPages = GivenToShared

const staticPage = lazily(() => import('./static-page.ts'))

export const routes: readonly Route<GivenToStaticPages>[] = [
  route('GET', '/:language/about/:page', 'visitor', staticPage('show')),
]
