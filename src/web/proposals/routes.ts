import { type Route, route } from '../http/route.ts'
import * as proposals from './proposals.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/claims/:claim/proposal', 'reader', proposals.form),
  route('POST', '/claims/:claim/proposal', 'reader', proposals.create),
]
