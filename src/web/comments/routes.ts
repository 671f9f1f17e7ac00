import { type Route, route } from '../http/route.ts'
import * as comments from './comments.ts'
import * as edits from './edits.ts'
import * as history from './history.ts'
import * as permalink from './permalink.ts'
import * as quotations from './quotations.ts'
import * as reactions from './reactions.ts'
import * as removals from './removals.ts'

export const routes: readonly Route[] = [
  route('GET', '/c/:comment', permalink.show),
  route('GET', '/c/:comment/reply', comments.newReply),
  route('POST', '/c/:comment/replies', comments.createReply),
  route('GET', '/c/:comment/edit', edits.form),
  route('POST', '/c/:comment/edit', edits.create),
  route('GET', '/c/:comment/removal', removals.form),
  route('POST', '/c/:comment/removal', removals.create),
  route('GET', '/c/:comment/restoration', removals.restorationOf),
  route('POST', '/c/:comment/restoration', removals.restore),
  route('GET', '/c/:comment/reactions', reactions.show),
  route('POST', '/c/:comment/reactions', reactions.create),
  route('GET', '/c/:comment/quotations', quotations.show),
  route('GET', '/c/:comment/history', history.show),
  route('POST', '/a/:article/comments', comments.createRoot),
  route('GET', '/:language/:slug/comment', comments.newRoot),
]
