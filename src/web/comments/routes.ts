import { changeOwn, reactToOthers, takeBackOwn } from '../../domain/discussion/index.ts'
import { removeComments, restoreComments } from '../../domain/moderation/early.ts'
import { lazily, type Route, route } from '../http/route.ts'
import * as permalink from './permalink.ts'
import * as reactions from './reactions.ts'
import * as replies from './replies.ts'
import * as threads from './threads.ts'
import type { Given as GivenToTranslation } from './translation.ts'
import type { Given as GivenToWriting } from './writing.ts'

export type GivenToComments = reactions.Given & GivenToTranslation & GivenToWriting

const edits = lazily(() => import('./edits.ts'))
const held = lazily(() => import('./held.ts'))
const heldEdit = lazily(() => import('./held-edit.ts'))
const heldHere = lazily(() => import('./held-here.ts'))
const history = lazily(() => import('./history.ts'))
const quotations = lazily(() => import('./quotations.ts'))
const removals = lazily(() => import('./removals.ts'))
const restorations = lazily(() => import('./restorations.ts'))
const translation = lazily(() => import('./translation.ts'))
const translations = lazily(() => import('./translations.ts'))

export const routes: readonly Route<GivenToComments>[] = [
  route('GET', '/c/:comment', 'visitor', permalink.show),
  route('GET', '/c/:comment/held', 'visitor', held('show')),
  route('POST', '/c/:comment/held', removeComments, heldEdit('create')),
  route('GET', '/a/:article/held', 'reader', heldHere('show')),
  route('GET', '/c/:comment/reply', 'reader', replies.form),
  route('POST', '/c/:comment/replies', 'reader', replies.create),
  route('GET', '/c/:comment/edit', changeOwn, edits('form')),
  route('POST', '/c/:comment/edit', changeOwn, edits('create')),
  route('GET', '/c/:comment/removal', 'visitor', removals('form')),
  route('POST', '/c/:comment/removal', [takeBackOwn, removeComments], removals('create'), { suspended: 'may' }),
  route('GET', '/c/:comment/restoration', restoreComments, restorations('form')),
  route('POST', '/c/:comment/restoration', restoreComments, restorations('create')),
  route('GET', '/c/:comment/reactions', reactToOthers, reactions.show),
  route('POST', '/c/:comment/reactions', reactToOthers, reactions.create),
  route('GET', '/c/:comment/translation', 'visitor', translation('show')),
  route('POST', '/c/:comment/translation', 'visitor', translation('create')),
  route('GET', '/a/:article/translations', 'visitor', translations('show')),
  route('POST', '/a/:article/translations', 'visitor', translations('create')),
  route('GET', '/c/:comment/quotations', 'visitor', quotations('show')),
  route('GET', '/c/:comment/history', 'visitor', history('show')),
  route('POST', '/a/:article/comments', 'reader', threads.create),
  route('GET', '/:language/:slug/comment', 'reader', threads.form),
]
