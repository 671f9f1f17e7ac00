import { type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'
import * as map from './map.ts'

export type GivenToDiscussion = GivenToShared

export const routes: readonly Route<GivenToDiscussion>[] = [
  route('GET', '/a/:article/map', 'visitor', map.show),
  route('GET', '/a/:article/map/personal', 'visitor', map.personal),
]
