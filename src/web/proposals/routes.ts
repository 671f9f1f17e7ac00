import { lazily, type Route, route } from '../http/route.ts'

const proposals = lazily(() => import('./proposals.ts'))

export const routes: readonly Route<unknown>[] = [
  route('GET', '/claims/:claim/proposal', 'reader', proposals('form')),
  route('POST', '/claims/:claim/proposal', 'reader', proposals('create')),
]
