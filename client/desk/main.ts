import { attempt } from '../shared/attempt.ts'
import { forgetArrived } from '../shared/drafts.ts'
import { startSendOnce } from '../shared/send-once.ts'
import { startSignOut } from '../shared/sign-out.ts'
import '../shared/reader-corner.ts'
import './desk-keys.ts'
import './kept-words.ts'
import './picture-focus.ts'
import './picture-upload.ts'
import './translation-desk.ts'

void attempt(startSendOnce)
void attempt(forgetArrived)
void attempt(startSignOut)
