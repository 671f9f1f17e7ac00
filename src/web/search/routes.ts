import { type Route, route } from '../http/route.ts'
import * as search from './search.ts'

export type GivenToSearch = search.Given

export const routes: readonly Route<GivenToSearch>[] = [route('GET', '/:language/search', 'visitor', search.show)]
