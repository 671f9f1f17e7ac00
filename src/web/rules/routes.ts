import { lazily, type Route, route } from '../http/route.ts'
import type { GivenToShared } from '../http/shared-page.ts'

export type GivenToRules = GivenToShared

const rules = lazily(() => import('./rules.ts'))

export const routes: readonly Route<GivenToRules>[] = [route('GET', '/:language/rules', 'visitor', rules('show'))]
