import { takeDemoAway } from '../../domain/articles/index.ts'
import { lazily, type Route, route } from '../http/route.ts'
import type { Given as GivenToSettings } from './account.ts'
import * as me from './me.ts'
import type { Given as GivenToOwnData } from './own-data.ts'
import * as readStates from './read-states.ts'

export type GivenToAccount = GivenToSettings & GivenToOwnData

const account = lazily(() => import('./account.ts'))
const data = lazily(() => import('./data.ts'))
const demo = lazily(() => import('./demo.ts'))
const devices = lazily(() => import('./devices.ts'))
const erasure = lazily(() => import('./erasure.ts'))
const name = lazily(() => import('./name.ts'))
const noticeSettings = lazily(() => import('./notice-settings.ts'))
const ownData = lazily(() => import('./own-data.ts'))
const picture = lazily(() => import('./picture.ts'))
const profile = lazily(() => import('./profile.ts'))
const renaming = lazily(() => import('./renaming.ts'))

export const routes: readonly Route<GivenToAccount>[] = [
  route('GET', '/me', 'visitor', me.show),
  route('POST', '/me/readings', 'reader', readStates.create, { suspended: 'may' }),
  route('POST', '/me/devices', 'reader', devices('create'), { suspended: 'may' }),
  route('GET', '/me/data', 'reader', ownData('show')),
  route('POST', '/demo/clearing', takeDemoAway, demo('clear')),
  route('GET', '/:language/account', 'account', account('show')),
  route('GET', '/:language/account/data', 'reader', data('show')),
  route('GET', '/:language/account/erasure', 'reader', erasure('show')),
  route('POST', '/:language/account/erasure', 'reader', erasure('create'), { suspended: 'may' }),
  route('POST', '/:language/account/name', 'account', name('create')),
  route('POST', '/:language/account/renaming', 'reader', renaming('create')),
  route('POST', '/:language/account/picture', 'reader', picture('create')),
  route('POST', '/:language/account/profile', 'reader', profile('create')),
  route('POST', '/:language/account/notices', 'reader', noticeSettings('create'), { suspended: 'may' }),
]
