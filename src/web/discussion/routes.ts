import { type Route, route } from '../http/route.ts'
import * as map from './map.ts'

export const routes: readonly Route[] = [
  route('GET', '/a/:article/map', map.show),
  route('GET', '/a/:article/map/personal', map.personal),
]
