import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib'
import { BoundedCache } from '../../kit/bounded-cache.ts'
import type { Clock } from '../../kit/clock.ts'
import { sha256 } from '../../kit/hash.ts'
import { ownBytes } from '../../kit/own-bytes.ts'
import type { DeclaredEntry, Tail } from '../../store/index.ts'
import type { CountedAs } from './counted-read.ts'
import type { Encoding } from './negotiation.ts'

/** A page that is the same for everyone, before it is kept. */
export interface Assembled {
  body: string
  type: string
  /** The article whose changes make it old; null for a list, which any article's change makes old. */
  articleId: number | null
  /** The journal's number of the state that it was read from. */
  version: number
  /** The same of what stands around it, where that was read apart from it. */
  around?: number
  /** What it counts as when somebody reads it; left out where that is not counted. */
  countedAs?: CountedAs
  /** The moment after which it is old even if nothing moves. */
  until?: number | null
}

/** The same, ready to be sent: in the form that was asked for first, and in others once they are asked for, too. */
export interface Page extends Omit<Assembled, 'body'> {
  hash: string
  until: number | null
  bytes?: Buffer
  gzip?: Buffer
  brotli?: Buffer
}

export type PageCache = ReturnType<typeof createPageCache>

const LIMIT_BYTES = 8 * 1024 * 1024
const REMEMBERED_ARTICLES = 10_000
/** By measurement: 5 saves a tenth and takes two thirds as long again, while somebody waits. */
const BROTLI_QUALITY = 4
const MOST_TRIES = 3

/** Keeps ready bytes by address until the journal says that what they show has moved; assembles each address once at a time. */
export function createPageCache(tail: Pick<Tail, 'follow'>, clock: Clock) {
  const pages = new BoundedCache<string, Page>(LIMIT_BYTES, (address, page) =>
    addresses.get(page.articleId)?.delete(address),
  )
  const addresses = new Map<number | null, Set<string>>()
  const assembling = new Map<string, Promise<Page>>()
  const converting = new Map<string, Promise<void>>()
  const moved = createMarks()
  const gone = createMarks()

  tail.follow((entries) => entries.forEach(see))

  function see(entry: DeclaredEntry) {
    if (entry.touches === 'nothing') return
    moved.set(entry)
    if (entry.onlyAdds) return
    gone.set(entry)
    if (entry.touches === 'article') for (const article of [null, entry.articleId]) drop(article)
    else {
      pages.clear()
      addresses.clear()
    }
  }

  function drop(articleId: number | null) {
    for (const address of [...(addresses.get(articleId) ?? [])]) pages.delete(address)
    addresses.delete(articleId)
  }

  const isOld = (page: Page) => moved.since(page) || (page.until !== null && clock() >= page.until)

  function keep(address: string, page: Page) {
    const forms = [page.bytes, page.gzip, page.brotli]
    pages.set(
      address,
      page,
      forms.reduce((sum, form) => sum + (form?.length ?? 0), 0),
    )
    const known = addresses.get(page.articleId) ?? new Set()
    addresses.set(page.articleId, known.add(address))
  }

  function begin(address: string, encoding: Encoding | undefined, assemble: () => Promise<Assembled>): Promise<Page> {
    const work = ready(address, encoding, assemble).finally(() => assembling.delete(address))
    assembling.set(address, work)
    return work
  }

  async function ready(address: string, encoding: Encoding | undefined, assemble: () => Promise<Assembled>) {
    const { body, ...rest } = await assemble()
    const bytes = Buffer.from(body)
    const page: Page = { ...rest, until: rest.until ?? null, hash: sha256(bytes).slice(0, 24) }
    page[encoding ?? 'bytes'] = await formOf(bytes, encoding)
    if (!gone.since(page)) keep(address, page)
    return page
  }

  /** A page as it stands, or for the moment in which its successor is made the one before it. */
  function find(address: string, mustBeNew = false): Page | undefined {
    const page = pages.get(address)
    if (!page || (page.until !== null && clock() >= page.until)) return
    if (!isOld(page) || (!mustBeNew && assembling.has(address))) return page
  }

  async function get(
    address: string,
    encoding: Encoding | undefined,
    assemble: () => Promise<Assembled>,
    mustBeNew = false,
  ) {
    for (let tries = 1; ; tries++) {
      const found = find(address, mustBeNew)
      if (found) return found
      const others = assembling.get(address)
      const page = await (others ?? begin(address, encoding, assemble))
      if (!others || !isOld(page) || tries === MOST_TRIES) return page
    }
  }

  async function convert(address: string, page: Page, encoding: Encoding | undefined) {
    page[encoding ?? 'bytes'] = await formOf(await plain(page), encoding)
    if (pages.get(address) === page) keep(address, page)
  }

  return {
    find,
    get bytes() {
      return pages.weight
    },
    /** The page, with the form that is asked for. One who has just written passes by the page that does not show it yet. */
    async get(
      address: string,
      encoding: Encoding | undefined,
      assemble: () => Promise<Assembled>,
      mustBeNew?: boolean,
    ) {
      const page = await get(address, encoding, assemble, mustBeNew)
      if (page[encoding ?? 'bytes']) return page
      const form = `${page.hash} ${encoding}`
      const work = converting.get(form) ?? convert(address, page, encoding).finally(() => converting.delete(form))
      converting.set(form, work)
      await work
      return page
    },
  }
}

/** The journal's numbers of the last changes: of each article, of anything, and of what is around every page. */
function createMarks() {
  const articles = new Map<number, number>()
  let all = 0
  let any = 0
  /** Of articles that are not remembered, the last that moved did so then. */
  let forgotten = 0

  function remember(articleId: number, seq: number) {
    articles.delete(articleId)
    articles.set(articleId, seq)
    if (articles.size <= REMEMBERED_ARTICLES) return
    const [longestStill, movedAt] = articles.entries().next().value!
    articles.delete(longestStill)
    forgotten = movedAt
  }

  return {
    set(entry: DeclaredEntry) {
      any = entry.seq
      if (entry.touches === 'everything') all = entry.seq
      else remember(entry.articleId!, entry.seq)
    },
    /** Whether there was one since a page was read. */
    since: ({ articleId, version, around = version }: Page) =>
      Math.min(version, around) < all || version < (articleId === null ? any : (articles.get(articleId) ?? forgotten)),
  }
}

/** A page is kept packed alone, and unpacked for the few who take it no other way. */
async function plain({ bytes, brotli, gzip }: Page): Promise<Buffer> {
  if (bytes) return bytes
  return brotli ? promisify(brotliDecompress)(brotli) : promisify(gunzip)(gzip!)
}

async function formOf(bytes: Buffer, encoding: Encoding | undefined): Promise<Buffer> {
  return ownBytes(encoding ? await COMPRESS[encoding](bytes) : bytes)
}

const COMPRESS: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  gzip: (bytes) => promisify(gzip)(bytes),
  brotli: (bytes) => {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    }
    return promisify(brotliCompress)(bytes, { params })
  },
}
