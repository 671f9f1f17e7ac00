import { type Route, route } from '../http/route.ts'
import * as follows from './follows.ts'

export const routes: readonly Route[] = [
  route('GET', '/a/:article/follow', follows.ofArticle),
  route('POST', '/a/:article/follow', follows.createOfArticle),
  route('GET', '/c/:comment/follow', follows.ofBranch),
  route('POST', '/c/:comment/follow', follows.createOfBranch),
  route('GET', '/follows', follows.show),
]
