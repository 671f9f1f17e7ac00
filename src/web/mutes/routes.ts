import { type Route, route } from '../http/route.ts'
import * as mutes from './mutes.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/muted', 'reader', mutes.show),
  route('POST', '/people/:person/mute', 'reader', mutes.create, { suspended: 'may' }),
]
