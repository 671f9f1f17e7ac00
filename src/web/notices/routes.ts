import { type Route, route } from '../http/route.ts'
import * as notices from './notices.ts'
import * as unsubscribing from './unsubscribing.ts'

export type GivenToNotices = unsubscribing.Given

export const routes: readonly Route<GivenToNotices>[] = [
  route('GET', '/notices', 'reader', notices.show),
  route('POST', '/notices/reading', 'reader', notices.read, { suspended: 'may' }),
  route('GET', '/unsubscribe/:token', 'whoever holds the link', unsubscribing.form),
  { ...route('POST', '/unsubscribe/:token', 'whoever holds the link', unsubscribing.create), foreign: true },
]
