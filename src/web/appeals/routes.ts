import { decideAppeals } from '../../domain/moderation/early.ts'
import { lazily, type Route, route } from '../http/route.ts'
import type { Given as GivenToOutcome } from './outcome.ts'

export type GivenToAppeals = GivenToOutcome

const appeals = lazily(() => import('./appeals.ts'))
const outcome = lazily(() => import('./outcome.ts'))

export const routes: readonly Route<GivenToAppeals>[] = [
  route('GET', '/desk/appeals', decideAppeals, appeals('list')),
  route('GET', '/desk/appeals/:appeal', decideAppeals, outcome('form')),
  route('POST', '/desk/appeals/:appeal', decideAppeals, outcome('create')),
]
