import { decideAppeals } from '../../domain/moderation/index.ts'
import { type Route, route } from '../http/route.ts'
import * as appeals from './appeals.ts'
import * as outcome from './outcome.ts'

export type GivenToAppeals = outcome.Given

export const routes: readonly Route<GivenToAppeals>[] = [
  route('GET', '/desk/appeals', decideAppeals, appeals.list),
  route('GET', '/desk/appeals/:appeal', decideAppeals, outcome.form),
  route('POST', '/desk/appeals/:appeal', decideAppeals, outcome.create),
]
