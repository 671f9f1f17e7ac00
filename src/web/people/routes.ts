import { type Route, route } from '../http/route.ts'
import * as people from './people.ts'

export const routes: readonly Route[] = [
  route('GET', '/people', people.begun),
  route('GET', '/people/:person', people.show),
  route('GET', '/people/:person/feed.atom', people.feed),
]
