import { type Route, route } from '../http/route.ts'
import * as publicLog from './public-log.ts'
import * as entries from './public-log-entries.ts'
import * as feed from './public-log-feed.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/:language/rules/log', 'visitor', publicLog.show),
  route('GET', '/:language/rules/log/feed.atom', 'visitor', feed.show),
  route('GET', '/:language/rules/log/entries.json', 'visitor', entries.show),
]
