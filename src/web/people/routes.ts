import { type Route, route } from '../http/route.ts'
import * as people from './people.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/people', 'reader', people.begun),
  route('GET', '/people/:person', 'visitor', people.show),
  route('GET', '/people/:person/feed.atom', 'visitor', people.feed),
]
