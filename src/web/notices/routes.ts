import { type Route, route } from '../http/route.ts'
import * as notices from './notices.ts'
import * as unsubscribing from './unsubscribing.ts'

export const routes: readonly Route[] = [
  route('GET', '/notices', notices.show),
  route('POST', '/notices/reading', notices.read),
  route('GET', '/unsubscribe/:token', unsubscribing.form),
  { ...route('POST', '/unsubscribe/:token', unsubscribing.create), foreign: true },
]
