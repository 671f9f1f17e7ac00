import { takeDemoAway } from '../../domain/articles/index.ts'
import { type Route, route } from '../http/route.ts'
import * as account from './account.ts'
import * as data from './data.ts'
import * as demo from './demo.ts'
import * as devices from './devices.ts'
import * as erasure from './erasure.ts'
import * as me from './me.ts'
import * as name from './name.ts'
import * as noticeSettings from './notice-settings.ts'
import * as ownData from './own-data.ts'
import * as picture from './picture.ts'
import * as profile from './profile.ts'
import * as readStates from './read-states.ts'
import * as renaming from './renaming.ts'

export type GivenToAccount = account.Given & ownData.Given

export const routes: readonly Route<GivenToAccount>[] = [
  route('GET', '/me', 'visitor', me.show),
  route('POST', '/me/readings', 'reader', readStates.create, { suspended: 'may' }),
  route('POST', '/me/devices', 'reader', devices.create, { suspended: 'may' }),
  route('GET', '/me/data', 'reader', ownData.show),
  route('POST', '/demo/clearing', takeDemoAway, demo.clear),
  route('GET', '/:language/account', 'account', account.show),
  route('GET', '/:language/account/data', 'reader', data.show),
  route('GET', '/:language/account/erasure', 'reader', erasure.show),
  route('POST', '/:language/account/erasure', 'reader', erasure.create, { suspended: 'may' }),
  route('POST', '/:language/account/name', 'account', name.create),
  route('POST', '/:language/account/renaming', 'reader', renaming.create),
  route('POST', '/:language/account/picture', 'reader', picture.create),
  route('POST', '/:language/account/profile', 'reader', profile.create),
  route('POST', '/:language/account/notices', 'reader', noticeSettings.create, { suspended: 'may' }),
]
