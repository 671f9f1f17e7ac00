import { startArrival } from './arrival.ts'
import { startDrafts } from './drafts.ts'
import { startFolding } from './folding.ts'
import { startFurtherInPlace } from './further-in-place.ts'
import { startKeyboard } from './keyboard.ts'
import { startLive } from './live.ts'
import { startMap } from './map.ts'
import { startPersonalLayer } from './personal-layer.ts'
import { startPush } from './push.ts'
import { startQuoteSelection } from './quote-selection.ts'
import { quote, startReplyInline } from './reply-inline.ts'
import { startSendOnce } from './send-once.ts'
import { startShortWay } from './short-way.ts'
import { tendWritingForm } from './writing-form.ts'

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
