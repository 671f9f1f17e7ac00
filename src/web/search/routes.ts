import { type Route, route } from '../http/route.ts'
import * as search from './search.ts'

export const routes: readonly Route[] = [route('GET', '/:language/search', search.show)]
