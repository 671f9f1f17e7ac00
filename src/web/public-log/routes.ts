import { lazily, type Route, route } from '../http/route.ts'

const publicLog = lazily(() => import('./public-log.ts'))
const entries = lazily(() => import('./public-log-entries.ts'))
const feed = lazily(() => import('./public-log-feed.ts'))

export const routes: readonly Route<unknown>[] = [
  route('GET', '/:language/rules/log', 'visitor', publicLog('show')),
  route('GET', '/:language/rules/log/feed.atom', 'visitor', feed('show')),
  route('GET', '/:language/rules/log/entries.json', 'visitor', entries('show')),
]
