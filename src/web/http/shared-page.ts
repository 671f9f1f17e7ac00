import { routePath } from 'hono/route'
import type { Ask } from './ask.ts'
import { countRead, type GivenToCounting } from './counted-read.ts'
import { lastWrite } from './last-write.ts'
import { CODINGS, type Encoding, encodingFor, holds } from './negotiation.ts'
import type { Assembled, Page, PageCache } from './page-cache.ts'
import type { Shape } from './shapes.ts'
import type { Takes } from './takes.ts'
import { type Action, type Read, taking } from './taking.ts'

export const HTML = 'text/html; charset=utf-8'

export interface GivenToShared extends GivenToCounting {
  pages: PageCache
}

/**
 * A page that is the same for everyone: kept as ready bytes, and asked for again each time by caches in front. It is made from what it
 * takes and nothing else; its query's fields are named in the order in which links name them.
 */
export function shared<Given = unknown, P extends Shape = Record<never, never>, Q extends Shape = Record<never, never>>(
  takes: Omit<Takes<P, Q>, 'form'>,
  assemble: (ask: Ask, taken: Read<P> & Read<Q>, given: Given) => Promise<Assembled>,
): Action<Given & GivenToShared> {
  const names = Object.keys(takes.query ?? {})
  return taking<Given & GivenToShared, P, Q>(takes, async (ask, taken, given) => {
    const encoding = encodingFor(ask.header('accept-encoding'))
    const wrote = lastWrite(ask.header('cookie'), ask.origin)
    await ask.tail.until(wrote)
    const work = () =>
      ask.store.lookAsOf(Math.max(wrote, ask.tail.seq), (store) =>
        assembledBy({ ...ask, store }, (ask) => assemble(ask, taken, given)),
      )
    const page = await given.pages.get(addressOf(ask, names, taken), encoding, work, wrote > 0)
    if (page.countedAs && given.readCounter) countRead(given.readCounter, page.countedAs, ask.origin, ask.header)
    const { status, headers, body } = answerOf(page, encoding, ask.header('if-none-match'))!
    return new Response(body && new Uint8Array(body), { status, headers })
  })
}

/** Says of a page from which state its frame was: that is read before the page, and the publication may change in between. */
async function assembledBy(ask: Ask, assemble: (ask: Ask) => Promise<Assembled>): Promise<Assembled> {
  let around = Number.POSITIVE_INFINITY
  const frame = async () => {
    const read = await ask.frame()
    around = read.asOf
    return read
  }
  const page = await assemble({ ...ask, frame })
  return { ...page, around: Math.min(around, page.version) }
}

/** The address by which a page is kept, spelled as our own links spell it, however it was asked for. */
function addressOf({ c }: Ask, names: readonly string[], taken: Readonly<Record<string, unknown>>): string {
  const path = routePath(c).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(c.req.param(name)!))
  const query = names.flatMap((name) => {
    const value = spelled(taken[name])
    return value ? [`${name}=${value}`] : []
  })
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

/** The one spelling of what a field says, as idFrom, ids and cursors read it; nothing for what it says where it is left out. */
function spelled(value: unknown): string {
  if (Array.isArray(value)) return value.join('.')
  return value ? String(value) : ''
}

export interface SharedAnswer {
  status: 200 | 304
  headers: Record<string, string>
  body: Buffer | null
}

/** How a kept page is answered, by the router or before it; undefined where this form of it has not been made yet. */
export function answerOf(
  page: Page,
  encoding: Encoding | undefined,
  ifNoneMatch: string | undefined,
): SharedAnswer | undefined {
  const form = formOf(page, encoding)
  return form && holds(ifNoneMatch, form.etag) ? form.unchanged : form?.whole
}

interface ReadyForm {
  etag: string
  whole: SharedAnswer
  unchanged: SharedAnswer
}

const ready = new WeakMap<Buffer, ReadyForm>()

/** @NOTE made once for each form of a page: spelling the headers out again would cost as much as sending them. */
function formOf(page: Page, encoding: Encoding | undefined): ReadyForm | undefined {
  const body = encoding ? page[encoding] : page.bytes
  return body && (ready.get(body) ?? madeReady(page, body, encoding && CODINGS[encoding]))
}

function madeReady(page: Page, body: Buffer, coding: string | undefined): ReadyForm {
  const etag = `"${page.hash}${coding ? `-${coding}` : ''}"`
  const common = { 'cache-control': 'public, max-age=0, must-revalidate', etag, vary: 'Accept-Encoding' }
  const coded = coding && { 'content-encoding': coding }
  const whole = { ...common, 'content-type': page.type, 'content-length': String(body.length), ...coded }
  const form: ReadyForm = {
    etag,
    whole: { status: 200, headers: whole, body },
    unchanged: { status: 304, headers: common, body: null },
  }
  ready.set(body, form)
  return form
}
