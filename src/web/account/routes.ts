import { type Route, route } from '../http/route.ts'
import * as account from './account.ts'
import * as devices from './devices.ts'
import * as me from './me.ts'
import * as noticeWishes from './notice-settings.ts'
import * as ownData from './own-data.ts'
import * as readings from './read-states.ts'

export const routes: readonly Route[] = [
  route('GET', '/me', me.show),
  route('POST', '/me/readings', readings.create),
  route('POST', '/me/devices', devices.create),
  route('GET', '/me/data', ownData.show),
  route('GET', '/:language/account', account.show),
  route('POST', '/:language/account/name', account.name),
  route('POST', '/:language/account/password', account.password),
  route('POST', '/:language/account/profile', account.profile),
  route('POST', '/:language/account/notices', noticeWishes.create),
]
