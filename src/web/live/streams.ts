import { setImmediate } from 'node:timers/promises'
import type { PersonId } from '../../domain/people/index.ts'
import { createFairShares } from '../../kit/fair-shares.ts'
import { createFairTurns } from '../../kit/fair-turns.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Entry } from '../../store/index.ts'
import { type Batch, createBatches } from './batches.ts'
import type { ArticleId } from './changes.ts'
import type { StreamConnection } from './line.ts'
import type { LiveContext } from './live-context.ts'
import { createNoticeSignal, type StillIn } from './notice-signal.ts'
import { resetsPages } from './reset.ts'
import { createThrottle } from './throttle.ts'

/** One discussion that somebody looks at. */
export interface Looked {
  articleId: ArticleId
  language: Language
  /** The journal's number up to which they have heard. */
  seq: number
}

interface Watch extends Looked {
  line: StreamConnection
  /** Whether it has heard all that there was, so that it is told what is new at once. */
  hasCaughtUp: boolean
}

/** Those who watch one discussion. */
interface Watched {
  watches: Set<Watch>
  /** The number up to which those who had caught up were told. */
  seq: number
}

/** Who opened a stream, to be told when there is a notice for them. */
export interface Told {
  id: PersonId
  isStillIn: StillIn
}

export type LiveStreams = ReturnType<typeof createLiveStreams>

/** How many discussions one stream can carry. */
export const MOST_WATCHED = 8
/** How many streams one process keeps open; pages beyond ask from time to time. */
const MOST_STREAMS = 10_000
/** So many batches of what it missed are told to one that opens a stream; whoever lacks more comes back for the rest. */
const MOST_MISSED = 20
/** To so many it is told at once what they missed. */
const MOST_REPLAYS = 64
const BEAT_MS = 25_000
const BEAT = Buffer.from('event: beat\ndata: 1\n\n')
/** The last word of a process that ends. */
const ENDED = Buffer.from('event: end\ndata: 1\n\n')
/** So many streams are written to before other work has its turn. */
const AT_A_STRETCH = 500

/** The open streams of this process: one follower of the journal hands each change, rendered once a language, to all that watch its article. */
export function createLiveStreams(web: LiveContext, mostStreams = MOST_STREAMS) {
  const lines = new Set<StreamConnection>()
  const shares = createFairShares(mostStreams)
  const replays = createFairTurns(MOST_REPLAYS, MOST_WATCHED * mostStreams)
  const watched = new Map<number, Watched>()
  const batches = createBatches(web)
  const noticeSignal = createNoticeSignal(web)
  const throttle = createThrottle((articleId, news) => tell(articleId as ArticleId, news).catch(web.log.error))

  const unfollow = web.tail.follow((entries) => {
    if (entries.some(resetsPages)) endAll()
    for (const [articleId, news] of Map.groupBy(entries, (entry) => entry.articleId))
      if (articleId !== null && watched.has(articleId)) throttle.add(articleId, news)
  })

  const beat = setInterval(() => void inStretches([...lines], (line) => line.send(BEAT)), BEAT_MS).unref()

  let isClosed = false

  /** They come back with their numbers. */
  function endAll() {
    for (const line of lines) line.end()
  }

  async function tell(articleId: ArticleId, news: readonly Entry[]) {
    const discussion = watched.get(articleId)
    if (!discussion) return
    const { seq } = news.at(-1)!
    discussion.seq = seq
    const watches = [...discussion.watches]
    try {
      for (const language of new Set(watches.map((watch) => watch.language))) {
        const batch = await batches.of(articleId, language, news)
        const concerned = [...discussion.watches].filter((watch) => watch.language === language && watch.hasCaughtUp)
        await inStretches(concerned, (watch) => sendBatch(watch, batch))
      }
    } catch (error) {
      // Whoever was not told comes back with their number.
      for (const { line } of watches) line.end()
      throw error
    }
  }

  async function catchUp(watch: Watch, discussion: Watched) {
    for (let told = 0; ; told++) {
      if (told === MOST_MISSED) return watch.line.end()
      const upTo = web.tail.seq
      const batch = await batches.after(watch.articleId, watch.language, watch.seq)
      if (batch) {
        sendBatch(watch, batch)
        await watch.line.taken()
      } else if (discussion.seq <= upTo) break
      if (!watch.line.isOpen) return
    }
    watch.hasCaughtUp = true
  }

  function watch(line: StreamConnection, client: string, looked: Looked) {
    const discussion = watched.get(looked.articleId) ?? { watches: new Set(), seq: 0 }
    watched.set(looked.articleId, discussion)
    const watch = { ...looked, line, hasCaughtUp: false }
    discussion.watches.add(watch)
    void line.closed.then(() => {
      discussion.watches.delete(watch)
      if (discussion.watches.size === 0 && watched.get(looked.articleId) === discussion)
        watched.delete(looked.articleId)
    })
    const begin = () =>
      void catchUp(watch, discussion)
        .catch(() => line.end())
        .finally(() => replays.end(client))
    if (!replays.take(client, begin)) line.end()
  }

  return {
    batches,
    get count() {
      return lines.size
    },
    /** Throws when there are as many streams as may be, or a client has as many as there is room for others. */
    mustHaveRoom(client: string) {
      if (isClosed || !shares.hasRoom(client, 1)) throw new Trouble('busy', 'live.full', { count: mostStreams })
    },
    /** Takes in a browser's stream, first tells it what it missed, and rings when its person is told of something. */
    open(line: StreamConnection, client: string, discussions: readonly Looked[], told?: Told) {
      if (isClosed || !shares.take(client, 1)) return line.end()
      lines.add(line)
      void line.closed.then(() => {
        lines.delete(line)
        shares.giveBack(client, 1)
      })
      for (const looked of discussions) watch(line, client, looked)
      if (told) noticeSignal.listen(told.id, line, told.isStillIn)
    },
    close() {
      isClosed = true
      for (const line of lines) line.send(ENDED)
      unfollow()
      clearInterval(beat)
      throttle.close()
      noticeSignal.close()
      endAll()
    },
  }
}

function sendBatch(watch: Watch, { seq, isNews, isReset, bytes }: Batch) {
  if (watch.seq >= seq && !isReset) return
  watch.seq = seq
  if (isNews) watch.line.send(bytes)
}

async function inStretches<T>(all: readonly T[], act: (one: T) => void) {
  for (const [index, one] of all.entries()) {
    if (index > 0 && index % AT_A_STRETCH === 0) await setImmediate()
    act(one)
  }
}
