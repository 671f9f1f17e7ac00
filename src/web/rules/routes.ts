import { type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'
import * as rules from './rules.ts'

export type GivenToRules = GivenToShared

export const routes: readonly Route<GivenToRules>[] = [route('GET', '/:language/rules', 'visitor', rules.show)]
