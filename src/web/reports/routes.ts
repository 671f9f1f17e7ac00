import { reportOthers } from '../../domain/moderation/index.ts'
import { type Route, route } from '../http/route.ts'
import * as reports from './reports.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/c/:comment/report', 'reader', reports.form),
  route('POST', '/c/:comment/report', reportOthers, reports.create),
]
