import { type Route, route } from '../http/route.ts'
import * as following from './following.ts'
import * as follows from './follows.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/a/:article/follow', 'reader', following.ofArticle),
  route('POST', '/a/:article/follow', 'reader', following.createOfArticle),
  route('GET', '/c/:comment/follow', 'reader', following.ofBranch),
  route('POST', '/c/:comment/follow', 'reader', following.createOfBranch),
  route('GET', '/follows', 'reader', follows.show),
]
