import { lazily, type Route, route } from '../http/route.ts'
import type { Given as GivenToSecurityTxt } from './security-txt.ts'

export type GivenToSecurity = GivenToSecurityTxt

const securityTxt = lazily(() => import('./security-txt.ts'))

export const routes: readonly Route<GivenToSecurity>[] = [
  route('GET', '/.well-known/security.txt', 'visitor', securityTxt('show')),
]
