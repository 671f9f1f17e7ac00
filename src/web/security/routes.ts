import { type Route, route } from '../http/route.ts'
import * as securityTxt from './security-txt.ts'

export type GivenToSecurity = securityTxt.Given

export const routes: readonly Route<GivenToSecurity>[] = [
  route('GET', '/.well-known/security.txt', 'visitor', securityTxt.show),
]
