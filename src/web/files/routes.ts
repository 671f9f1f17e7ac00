import { type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'
import * as colours from './colours.ts'
import * as files from './files.ts'
import * as manifest from './manifest.ts'

export type GivenToFiles = files.Given & GivenToShared

export const routes: readonly Route<GivenToFiles>[] = [
  route('GET', '/assets/:file', 'visitor', files.asset),
  route('GET', '/media/:file', 'visitor', files.media),
  route('GET', '/colours/:file', 'visitor', colours.show),
  route('GET', '/service-worker.js', 'visitor', files.serviceWorker),
  route('GET', '/:language/manifest.webmanifest', 'visitor', manifest.show),
]
