import { lazily, type Route, route } from '../http/route.ts'
import type { Given as GivenToUnsubscribing } from './unsubscribing.ts'

export type GivenToNotices = GivenToUnsubscribing

const notices = lazily(() => import('./notices.ts'))
const unsubscribing = lazily(() => import('./unsubscribing.ts'))

export const routes: readonly Route<GivenToNotices>[] = [
  route('GET', '/notices', 'reader', notices('show')),
  route('POST', '/notices/reading', 'reader', notices('read'), { suspended: 'may' }),
  route('GET', '/unsubscribe/:token', 'whoever holds the link', unsubscribing('form')),
  { ...route('POST', '/unsubscribe/:token', 'whoever holds the link', unsubscribing('create')), foreign: true },
]
