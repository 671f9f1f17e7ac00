import { type Route, route } from '../http/route.ts'
import * as mutes from './mutes.ts'

export const routes: readonly Route[] = [
  route('GET', '/muted', mutes.show),
  route('POST', '/people/:person/mute', mutes.create),
]
