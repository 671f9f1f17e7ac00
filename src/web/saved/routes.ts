import { type Route, route } from '../http/route.ts'
import * as saved from './saved.ts'
import * as saving from './saving.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/a/:article/saved', 'reader', saving.ofArticle),
  route('POST', '/a/:article/saved', 'reader', saving.createOfArticle),
  route('GET', '/c/:comment/saved', 'reader', saving.ofComment),
  route('POST', '/c/:comment/saved', 'reader', saving.createOfComment),
  route('GET', '/:language/account/saved', 'reader', saved.show),
]
