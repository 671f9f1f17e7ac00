import { type Route, route } from '../http/route.ts'
import * as rules from './rules.ts'

export const routes: readonly Route[] = [route('GET', '/:language/rules', rules.show)]
