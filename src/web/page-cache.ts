import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { BoundedCache } from '../kit/bounded-cache.ts'
import type { Clock } from '../kit/clock.ts'
import { sha256 } from '../kit/hash.ts'
import type { Entry, Tail } from '../store/index.ts'
import { concernsAll } from './frames.ts'

/** A page that is the same for everyone, before it is kept. */
export interface Assembled {
  body: string
  type: string
  /** The article whose changes make it old; null for a list, which any article's change makes old. */
  articleId: number | null
  /** The journal's number of the state that it was read from. */
  version: number
  /** The moment after which it is old even if nothing moves. */
  until?: number | null
}

/** The same, ready to be sent. */
export interface Page {
  type: string
  articleId: number | null
  hash: string
  until: number | null
  bytes: Buffer
  gzip: Buffer
  brotli: Buffer
}

export type PageCache = ReturnType<typeof createPageCache>

const LIMIT_BYTES = 64 * 1024 * 1024
const REMEMBERED_ARTICLES = 10_000
const BROTLI_QUALITY = 5

/** Keeps ready bytes by address until the journal says that what they show has moved; assembles each address once at a time. */
export function createPageCache(tail: Tail, clock: Clock) {
  const pages = new BoundedCache<string, Page>(LIMIT_BYTES)
  const addresses = new Map<number | null, Set<string>>()
  const assembling = new Map<string, Promise<Page>>()
  const moved = new BoundedCache<number, number>(REMEMBERED_ARTICLES)
  let allMoved = 0
  let anyMoved = 0

  tail.follow((entries) => entries.forEach(see))

  function see(entry: Entry) {
    anyMoved = entry.seq
    drop(null)
    if (concernsAll(entry)) {
      allMoved = entry.seq
      pages.clear()
      addresses.clear()
    } else {
      moved.set(entry.articleId!, entry.seq)
      drop(entry.articleId)
    }
  }

  function drop(articleId: number | null) {
    for (const address of addresses.get(articleId) ?? []) pages.delete(address)
    addresses.delete(articleId)
  }

  function isOld({ articleId, version }: Assembled) {
    const since = articleId === null ? anyMoved : Math.max(allMoved, moved.get(articleId) ?? 0)
    return version < since
  }

  function keep(address: string, page: Page) {
    pages.set(address, page, page.bytes.length + page.gzip.length + page.brotli.length)
    const known = addresses.get(page.articleId) ?? new Set()
    addresses.set(page.articleId, known.add(address))
  }

  async function assembled(address: string, assemble: () => Promise<Assembled>): Promise<Page> {
    const fresh = await assemble()
    const page = await readied(fresh)
    if (!isOld(fresh)) keep(address, page)
    return page
  }

  function find(address: string): Page | undefined {
    const page = pages.get(address)
    return page && (page.until === null || clock() < page.until) ? page : undefined
  }

  return {
    find,
    get(address: string, assemble: () => Promise<Assembled>): Page | Promise<Page> {
      const page = find(address) ?? assembling.get(address)
      if (page) return page
      const work = assembled(address, assemble).finally(() => assembling.delete(address))
      assembling.set(address, work)
      return work
    },
  }
}

async function readied({ body, type, articleId, until = null }: Assembled): Promise<Page> {
  const bytes = Buffer.from(body)
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const [zipped, brotli] = await Promise.all([promisify(gzip)(bytes), promisify(brotliCompress)(bytes, { params })])
  return { type, articleId, until, hash: sha256(bytes).slice(0, 24), bytes, gzip: zipped, brotli }
}
