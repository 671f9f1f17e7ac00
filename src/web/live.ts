import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { articleById, bylineRoles, editionIn } from '../domain/articles/index.ts'
import { type CommentId, discussionOf, filled, shownRow, shownRows } from '../domain/discussion/index.ts'
import { rulesIn } from '../domain/moderation/index.ts'
import { idFrom } from '../kit/ids.ts'
import type { Language } from '../kit/language.ts'
import { sentencesIn } from '../kit/sentences.ts'
import { Trouble } from '../kit/trouble.ts'
import { type Entry, entriesOn, type Reading } from '../store/index.ts'
import type { Handler } from './ask.ts'
import { entryHtml } from './pages/comment.ts'
import { securityHeaders } from './security.ts'
import type { Web } from './web.ts'

type ArticleId = Parameters<typeof discussionOf>[1]

/** One reader's open page. */
interface Stream {
  articleId: ArticleId
  language: Language
  /** The journal's number up to which it has heard. */
  seq: number
  /** Whether it has caught up, so that it hears what is new at once. */
  caughtUp: boolean
  out: ServerResponse
}

export type LiveStreams = ReturnType<typeof createLiveStreams>

const CATCH_UP = 200
const BEAT_MS = 25_000
/** An open page that cannot take its news for so long is dropped; its browser comes back with its number. */
const MOST_UNSENT_BYTES = 256 * 1024

/** The open pages of this process: one follower of the journal hands each change, rendered once a language, to all that watch its article. */
export function createLiveStreams(web: Pick<Web, 'store' | 'tail' | 'frames' | 'origin'>) {
  const watching = new Map<ArticleId, Set<Stream>>()
  let telling = Promise.resolve()

  web.tail.follow((entries) => {
    telling = telling.then(() => tell(entries)).catch(console.error)
  })

  const beat = setInterval(() => {
    for (const stream of all()) send(stream, ': \n\n')
  }, BEAT_MS).unref()

  function* all() {
    for (const streams of watching.values()) yield* streams
  }

  async function tell(entries: readonly Entry[]) {
    for (const [articleId, news] of Map.groupBy(entries, (entry) => entry.articleId)) {
      const streams = [...(watching.get(articleId as ArticleId) ?? [])].filter(({ caughtUp }) => caughtUp)
      for (const [language, readers] of Map.groupBy(streams, (stream) => stream.language)) {
        const said = await eventsOf(web, articleId as ArticleId, language, news)
        const seq = news.at(-1)!.seq
        for (const reader of readers) if (reader.seq < seq) hand(reader, said, seq)
      }
    }
  }

  function hand(stream: Stream, said: string, seq: number) {
    stream.seq = seq
    if (said) send(stream, said)
  }

  async function catchUp(stream: Stream) {
    for (;;) {
      const news = await entriesOn(web.store, stream.articleId, stream.seq, CATCH_UP)
      if (news.length === 0) break
      hand(stream, await eventsOf(web, stream.articleId, stream.language, news), news.at(-1)!.seq)
    }
    stream.caughtUp = true
  }

  return {
    /** Opens a page's stream and first tells what it missed. */
    open(stream: Omit<Stream, 'caughtUp'>) {
      const opened = { ...stream, caughtUp: stream.seq >= web.tail.seq }
      const others = watching.get(stream.articleId) ?? new Set()
      watching.set(stream.articleId, others.add(opened))
      stream.out.on('close', () => {
        others.delete(opened)
        if (others.size === 0) watching.delete(stream.articleId)
      })
      if (!opened.caughtUp) catchUp(opened).catch(() => stream.out.destroy())
    },
    close() {
      clearInterval(beat)
      for (const { out } of all()) out.end()
    },
  }
}

function send({ out }: Stream, words: string) {
  if (out.writableLength > MOST_UNSENT_BYTES) out.destroy()
  else out.write(words)
}

/** What a page is told: the present state of every comment that the entries are about, so that removed words are in none of it. */
async function eventsOf(
  web: Pick<Web, 'store' | 'frames'>,
  articleId: ArticleId,
  language: Language,
  news: readonly Entry[],
) {
  const last = news.at(-1)!.seq
  const ids = [
    ...new Set(news.flatMap(({ about, kind }) => (about !== null && isOfComment(kind) ? [about as CommentId] : []))),
  ]
  if (ids.length === 0) return ''
  const posted = new Set(news.filter(({ kind }) => kind === 'comment.posted').map(({ about }) => about))
  return web.store.read(async (db) => {
    const frame = await web.frames.in(language)
    const say = sentencesIn(language)
    const comments = await filled(db, await shownRows(db, ids))
    const telling = {
      language,
      zone: frame!.publication.zone,
      reactions: frame!.publication.reactions,
      near: await appearedAt(db, articleId, language),
      rules: await rulesIn(db, language),
      roles: await bylineRoles(db, articleId),
      say,
      acts: true,
    }
    const visible = (await discussionOf(db, articleId))?.visible ?? 0
    const events: string[] = []
    for (const comment of comments) {
      const above = comment.parentId ? await shownRow(db, comment.parentId) : undefined
      const [parent = null] = above ? await filled(db, [above]) : []
      const { id, parentId, rootId, ordinal, label } = comment
      const html = String(entryHtml(comment, telling, { parent }))
      const data = { id, parentId, rootId, ordinal, label, html, count: say('discussion.count', { count: visible }) }
      events.push(`event: ${posted.has(id) ? 'comment' : 'changed'}\ndata: ${JSON.stringify(data)}\n\n`)
    }
    return `${events.join('')}id: ${last}\nevent: seq\ndata: ${last}\n\n`
  })
}

/** When the page's words appeared, in whose year comments leave theirs out. */
async function appearedAt(db: Reading, articleId: ArticleId, language: Language) {
  const edition = await editionIn(db, articleId, language)
  return edition?.publishedAt ?? (await articleById(db, articleId))?.publishedAt ?? undefined
}

function isOfComment(kind: string) {
  return kind.startsWith('comment.') || kind === 'quotation.changed'
}

/** The stream of an article's changes: `?article=…&language=…&since=…`, or resumed by Last-Event-ID. */
export const show: Handler = async (ask) => {
  const { c, web } = ask
  const articleId = idFrom<'article'>(ask.query('article'))
  if (!articleId || !(await articleById(web.store, articleId))) throw new Trouble('missing', 'article.missing')
  const since = idFrom(c.req.header('last-event-id') ?? ask.query('since')) ?? web.tail.seq
  const language = await ask.language()
  const out = c.env.outgoing as ServerResponse
  out.writeHead(200, {
    ...securityHeaders(web.origin),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  out.flushHeaders()
  forgetRequest(out)
  web.live.open({ articleId, language, seq: Math.min(since, web.tail.seq), out })
  return RESPONSE_ALREADY_SENT
}

/** @NOTE the adapter's listener holds the whole request until the stream closes, a third of all that an open page costs. */
function forgetRequest(out: ServerResponse) {
  out.removeAllListeners('close')
}
