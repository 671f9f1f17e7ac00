import { type Route, route } from '../http/route.ts'
import * as look from './look.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/me/look.css', 'visitor', look.stylesheet),
  route('GET', '/:language/account/reading', 'visitor', look.show),
  route('POST', '/:language/account/reading', 'visitor', look.create),
]
