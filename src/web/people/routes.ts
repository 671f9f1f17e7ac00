import { lazily, type Route, route } from '../http/route.ts'

const claim = lazily(() => import('./claim.ts'))
const names = lazily(() => import('./names.ts'))
const person = lazily(() => import('./person.ts'))
const personFeed = lazily(() => import('./person-feed.ts'))

export const routes: readonly Route<unknown>[] = [
  route('GET', '/people', 'reader', names('begun')),
  route('GET', '/people/:person', 'visitor', person('show')),
  route('POST', '/people/:person/claim', 'reader', claim('create')),
  route('GET', '/people/:person/feed.atom', 'visitor', personFeed('show')),
]
