import { type Route, route } from '../http/route.ts'
import * as claim from './claim.ts'
import * as names from './names.ts'
import * as person from './person.ts'
import * as personFeed from './person-feed.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/people', 'reader', names.begun),
  route('GET', '/people/:person', 'visitor', person.show),
  route('POST', '/people/:person/claim', 'reader', claim.create),
  route('GET', '/people/:person/feed.atom', 'visitor', personFeed.show),
]
