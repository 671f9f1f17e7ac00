import { type Route, route } from '../http/route.ts'
import { FOLLOWING, SAVING } from './mark-kind.ts'
import { marked } from './marked.ts'
import { marking } from './marking.ts'

const following = marking(FOLLOWING)
const saving = marking(SAVING)

export const routes: readonly Route<unknown>[] = [
  route('GET', '/a/:article/follow', 'reader', following.ofArticle),
  route('POST', '/a/:article/follow', 'reader', following.createOfArticle, { suspended: 'may' }),
  route('GET', '/c/:comment/follow', 'reader', following.ofComment),
  route('POST', '/c/:comment/follow', 'reader', following.createOfComment, { suspended: 'may' }),
  route('GET', '/follows', 'reader', marked(FOLLOWING)),
  route('GET', '/a/:article/saved', 'reader', saving.ofArticle),
  route('POST', '/a/:article/saved', 'reader', saving.createOfArticle, { suspended: 'may' }),
  route('GET', '/c/:comment/saved', 'reader', saving.ofComment),
  route('POST', '/c/:comment/saved', 'reader', saving.createOfComment, { suspended: 'may' }),
  route('GET', '/:language/account/saved', 'reader', marked(SAVING)),
]
