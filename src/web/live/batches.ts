import { quotationsChanged } from '../../domain/discussion/index.ts'
import { BoundedCache } from '../../kit/bounded-cache.ts'
import type { Language } from '../../kit/language.ts'
import { type Entry, entriesOn } from '../../store/index.ts'
import { type ArticleId, type Change, changesOf } from './changes.ts'
import type { LiveContext } from './live-context.ts'
import { createReset } from './reset.ts'

/** What changed in one discussion, up to the journal's number, as a page reads it. */
export interface BatchJson {
  article: ArticleId
  language: Language
  seq: number
  /** The sentence that counts the discussion; "" where that is as before. */
  count: string
  changes: Change[]
  /** Whether there is more to ask for. */
  more: boolean
  /** Said when so many quotations changed that the page has to look for its own. */
  quotations?: true
  /** Said when everything was put in place anew, so that nothing of the page needs to be right any more. */
  reset?: true
}

/** What is told of one discussion at once: the same to streams and to those who ask, made once for all of them. */
export interface Batch {
  /** The journal's number that whoever has heard this has reached. */
  seq: number
  /** Whether it changes anything on a page, or says that the page must be loaded anew. */
  isNews: boolean
  /** Whether whoever hears it knows of a state that is gone. */
  isReset: boolean
  json: string
  /** The same as an event of a stream. */
  bytes: Buffer
}

const ENTRIES_AT_ONCE = 100
const LIMIT_BYTES = 4 * 1024 * 1024

/** Makes batches, and keeps for a while those for pages that come back with the same number, as all do after a restart. */
export function createBatches(web: Pick<LiveContext, 'store' | 'tail' | 'frames'>) {
  const reset = createReset(web)
  const kept = new BoundedCache<string, Batch>(LIMIT_BYTES)
  const underWay = new Map<string, Promise<Batch | undefined>>()

  async function of(articleId: ArticleId, language: Language, news: readonly Entry[], more = false): Promise<Batch> {
    const { seq } = news.at(-1)!
    const { count = '', changes = [] } = (await changesOf(web, articleId, language, news)) ?? {}
    const batch: BatchJson = { article: articleId, language, seq, count, changes, more }
    if (!news.some(quotationsChanged.is)) return batchOf(batch, changes.length > 0)
    return batchOf({ ...batch, quotations: true }, true)
  }

  async function look(articleId: ArticleId, language: Language, since: number) {
    const seq = await reset.since(since)
    if (seq !== undefined) {
      const batch: BatchJson = { article: articleId, language, seq, count: '', changes: [], more: false, reset: true }
      return batchOf(batch, true)
    }
    const news = await entriesOn(web.store, articleId, since, ENTRIES_AT_ONCE)
    if (news.length > 0) return of(articleId, language, news, news.length === ENTRIES_AT_ONCE)
  }

  async function begin(key: string, articleId: ArticleId, language: Language, since: number) {
    const batch = await look(articleId, language, since).finally(() => underWay.delete(key))
    if (batch) kept.set(key, batch, batch.json.length + batch.bytes.length)
    return batch
  }

  return {
    of,
    /** Whether a page with this number must be loaded anew. */
    isGone: async (since: number) => (await reset.since(since)) !== undefined,
    /** The first of what happened after a number, or that there is no such number any more; undefined where nothing has. */
    async after(articleId: ArticleId, language: Language, since: number): Promise<Batch | undefined> {
      const state = web.tail.seq
      if (since === state) return
      const key = [articleId, language, since, state].join(' ')
      const known = kept.get(key) ?? underWay.get(key)
      if (known) return known
      const work = begin(key, articleId, language, since)
      underWay.set(key, work)
      return work
    },
  }
}

function batchOf(batch: BatchJson, isNews: boolean): Batch {
  const json = JSON.stringify(batch)
  const bytes = Buffer.from(`id: ${batch.seq}\nevent: changes\ndata: ${json}\n\n`)
  return { seq: batch.seq, isNews, isReset: batch.reset === true, json, bytes }
}
