import { type Route, route } from '../http/route.ts'
import * as live from './live.ts'

export const routes: readonly Route[] = [route('GET', '/live', live.show), route('GET', '/live/changes', live.changes)]
