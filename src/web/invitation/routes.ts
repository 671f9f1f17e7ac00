import { lazily, type Route, route } from '../http/route.ts'

const invitation = lazily(() => import('./invitation.ts'))

export const routes: readonly Route<unknown>[] = [
  route('GET', '/invitation', 'whoever holds the link', invitation('show')),
  route('POST', '/invitation', 'reader', invitation('accept')),
]
