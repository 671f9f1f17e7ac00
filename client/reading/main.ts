import { startDrafts } from '../shared/drafts.ts'
import { startSendOnce } from '../shared/send-once.ts'
import { tendWritingForm } from '../shared/writing-form.ts'
import { startArrival } from './arrival.ts'
import { startFolding } from './folding.ts'
import { startFurtherInPlace } from './further-in-place.ts'
import { startKeyboard } from './keyboard.ts'
import { startLive } from './live.ts'
import { startMap } from './map.ts'
import { startPersonalLayer } from './personal-layer.ts'
import { startPush } from './push.ts'
import { startQuoteSelection } from './quote-selection.ts'
import { quote, startReplyInline } from './reply-inline.ts'
import { startShortWay } from './short-way.ts'

const discussion = document.getElementById('discussion')

start(startSendOnce)
start(startDrafts)
start(startPersonalLayer)
start(startPush)
for (const form of document.querySelectorAll<HTMLFormElement>('.reply form')) start(() => tendWritingForm(form))
if (discussion) {
  start(() => startFolding(discussion))
  start(() => startArrival(discussion))
  start(() => startKeyboard(discussion))
  start(() => startFurtherInPlace(discussion))
  start(() => startReplyInline(discussion))
  start(() => startShortWay(discussion))
  start(() => startQuoteSelection(discussion.dataset.quote!, quote))
  start(() => startMap(discussion))
}
start(() => startLive(discussion))

/** What fails is told to the browser's console and stops nothing else. */
async function start(part: () => unknown) {
  try {
    await part()
  } catch (error) {
    reportError(error)
  }
}
