import { lazily, type Route, route } from '../http/route.ts'
import type { Given } from './search.ts'

export type GivenToSearch = Given

const search = lazily(() => import('./search.ts'))

export const routes: readonly Route<GivenToSearch>[] = [route('GET', '/:language/search', 'visitor', search('show'))]
