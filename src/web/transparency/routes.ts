import { type Route, route } from '../http/route.ts'
import * as transparency from './transparency.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/:language/rules/transparency', 'visitor', transparency.now),
  route('GET', '/:language/rules/transparency/:year', 'visitor', transparency.show),
]
