import { type Route, route } from '../http/route.ts'
import * as follows from './follows.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/a/:article/follow', 'reader', follows.ofArticle),
  route('POST', '/a/:article/follow', 'reader', follows.createOfArticle),
  route('GET', '/c/:comment/follow', 'reader', follows.ofBranch),
  route('POST', '/c/:comment/follow', 'reader', follows.createOfBranch),
  route('GET', '/follows', 'reader', follows.show),
]
