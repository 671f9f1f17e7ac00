import { me } from '../shared/me.ts'
import { ringBell } from './bell.ts'
import { liveDiscussion } from './live-discussion.ts'
import { LiveStream } from './live-stream.ts'

const QUIET = { hear() {}, outOfDate() {}, lost() {} }

/** Keeps an open page as things stand while it is looked at: its discussion, and the bell of the person who reads it. */
export async function startLive(discussion: HTMLElement | null): Promise<void> {
  const listener = discussion ? liveDiscussion(discussion) : QUIET
  const person = await me().then(
    ({ personId }) => personId,
    () => undefined,
  )
  if (!discussion && person === undefined) return
  const { article, language = '', seq } = discussion?.dataset ?? {}
  const notices = () => {
    if (person !== undefined) ringBell(person)
  }
  const stream = new LiveStream({ article, language, since: Number(seq ?? 0), person }, { ...listener, notices })
  const openWhileSeen = () => {
    if (document.hidden) return stream.close()
    stream.open()
    notices()
  }
  if (!document.hidden) stream.open()
  document.addEventListener('visibilitychange', openWhileSeen)
  addEventListener('pagehide', () => stream.close())
  addEventListener('pageshow', ({ persisted }) => persisted && openWhileSeen())
  addEventListener('online', () => stream.again())
  addEventListener('offline', () => stream.cut())
}
