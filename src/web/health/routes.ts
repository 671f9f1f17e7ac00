import { type Route, route } from '../http/route.ts'
import * as health from './health.ts'

export type GivenToHealth = health.Given

export const routes: readonly Route<GivenToHealth>[] = [
  route('GET', '/healthz', 'visitor', health.live),
  route('GET', '/readyz', 'visitor', health.ready),
]
