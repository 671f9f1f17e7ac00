import { type Route, route } from '../http/route.ts'
import * as draft from './draft.ts'

export type GivenToDrafts = draft.Given

export const routes: readonly Route<GivenToDrafts>[] = [
  route('GET', '/draft/:token', 'whoever holds the link', draft.show),
]
