import { lazily, type Route, route } from '../http/route.ts'
import type { Given as GivenToDraft } from './draft.ts'

export type GivenToDrafts = GivenToDraft

const draft = lazily(() => import('./draft.ts'))

export const routes: readonly Route<GivenToDrafts>[] = [
  route('GET', '/draft/:token', 'whoever holds the link', draft('show')),
]
