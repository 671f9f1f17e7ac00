import { changeOwn, reactToOthers, takeBackOwn } from '../../domain/discussion/index.ts'
import { removeComments, restoreComments } from '../../domain/moderation/index.ts'
import { type Route, route } from '../http/route.ts'
import * as edits from './edits.ts'
import * as held from './held.ts'
import * as heldEdit from './held-edit.ts'
import * as heldHere from './held-here.ts'
import * as history from './history.ts'
import * as permalink from './permalink.ts'
import * as quotations from './quotations.ts'
import * as reactions from './reactions.ts'
import * as removals from './removals.ts'
import * as replies from './replies.ts'
import * as restorations from './restorations.ts'
import * as threads from './threads.ts'
import * as translation from './translation.ts'
import * as translations from './translations.ts'
import type { Given as GivenToWriting } from './writing.ts'

export type GivenToComments = reactions.Given & translation.Given & GivenToWriting

export const routes: readonly Route<GivenToComments>[] = [
  route('GET', '/c/:comment', 'visitor', permalink.show),
  route('GET', '/c/:comment/held', 'visitor', held.show),
  route('POST', '/c/:comment/held', removeComments, heldEdit.create),
  route('GET', '/a/:article/held', 'reader', heldHere.show),
  route('GET', '/c/:comment/reply', 'reader', replies.form),
  route('POST', '/c/:comment/replies', 'reader', replies.create),
  route('GET', '/c/:comment/edit', changeOwn, edits.form),
  route('POST', '/c/:comment/edit', changeOwn, edits.create),
  route('GET', '/c/:comment/removal', 'visitor', removals.form),
  route('POST', '/c/:comment/removal', [takeBackOwn, removeComments], removals.create, { suspended: 'may' }),
  route('GET', '/c/:comment/restoration', restoreComments, restorations.form),
  route('POST', '/c/:comment/restoration', restoreComments, restorations.create),
  route('GET', '/c/:comment/reactions', reactToOthers, reactions.show),
  route('POST', '/c/:comment/reactions', reactToOthers, reactions.create),
  route('GET', '/c/:comment/translation', 'visitor', translation.show),
  route('POST', '/c/:comment/translation', 'visitor', translation.create),
  route('GET', '/a/:article/translations', 'visitor', translations.show),
  route('POST', '/a/:article/translations', 'visitor', translations.create),
  route('GET', '/c/:comment/quotations', 'visitor', quotations.show),
  route('GET', '/c/:comment/history', 'visitor', history.show),
  route('POST', '/a/:article/comments', 'reader', threads.create),
  route('GET', '/:language/:slug/comment', 'reader', threads.form),
]
