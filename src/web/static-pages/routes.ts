import { type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'
import * as staticPage from './static-page.ts'

export type GivenToStaticPages = GivenToShared

export const routes: readonly Route<GivenToStaticPages>[] = [
  route('GET', '/:language/about/:page', 'visitor', staticPage.show),
]
