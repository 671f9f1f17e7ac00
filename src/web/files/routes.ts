import { type Route, route } from '../http/route.ts'
import * as files from './files.ts'
import * as manifest from './manifest.ts'

export const routes: readonly Route[] = [
  route('GET', '/assets/:file', files.asset),
  route('GET', '/media/:file', files.media),
  route('GET', '/service-worker.js', files.serviceWorker),
  route('GET', '/:language/manifest.webmanifest', manifest.show),
]
