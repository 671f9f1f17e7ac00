import { lazily, type Route, route } from '../http/route.ts'

const mutes = lazily(() => import('./mutes.ts'))

export const routes: readonly Route<unknown>[] = [
  route('GET', '/muted', 'reader', mutes('show')),
  route('POST', '/people/:person/mute', 'reader', mutes('create'), { suspended: 'may' }),
]
