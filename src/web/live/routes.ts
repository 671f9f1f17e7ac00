import { type Route, route } from '../http/route.ts'
import * as live from './live.ts'

export type GivenToLive = live.Given

export const routes: readonly Route<GivenToLive>[] = [
  route('GET', '/live', 'visitor', live.show),
  route('GET', '/live/changes', 'visitor', live.changes),
]
