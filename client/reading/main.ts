import './common.ts'
import { attempt } from '../shared/attempt.ts'
import { forgetArrived } from '../shared/drafts.ts'
import { startSendOnce } from '../shared/send-once.ts'
import { startSignOut } from '../shared/sign-out.ts'
import '../shared/reader-corner.ts'
import './article-discussion.ts'
import { startLive } from './live.ts'
import { defineWhereUsed, startMarks, startNotes, startSharing } from './on-first-use.ts'

void attempt(startSendOnce)
void attempt(forgetArrived)
void attempt(startSignOut)
void attempt(startMarks)
void attempt(startSharing)
void attempt(startNotes)
defineWhereUsed('writing-form', () => import('./open-form.ts'))
defineWhereUsed('proof-of-work', () => import('./proof-of-work.ts'))
defineWhereUsed('push-devices', () => import('./push-devices.ts'))
defineWhereUsed('password-advice', () => import('./password-advice.ts'))
defineWhereUsed('pass-key', () => import('./pass-key.ts'))
void attempt(() => startLive(document.querySelector('article-discussion')))
