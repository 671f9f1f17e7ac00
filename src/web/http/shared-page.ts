import { routePath } from 'hono/route'
import type { Ask, Handler } from './ask.ts'
import { lastWrite } from './last-write.ts'
import { CODINGS, type Encoding, encodingFor, holds } from './negotiation.ts'
import type { Assembled, Page } from './page-cache.ts'

export const HTML = 'text/html; charset=utf-8'

/** The parameters that a kind of page is made from: each gives the one spelling of what a text says, or nothing. */
export type Parameters = Readonly<Record<string, (text: string) => string | undefined>>

/** A page that is the same for everyone: kept as ready bytes, and asked for again each time by caches in front. */
export function shared(assemble: (ask: Ask) => Promise<Assembled>, parameters: Parameters = {}): Handler {
  return async (ask) => {
    const { web, c, header } = ask
    const encoding = encodingFor(header('accept-encoding'))
    const wrote = lastWrite(header('cookie'), web.origin)
    await web.tail.until(wrote)
    const given = givenIn(ask, parameters)
    const named = { ...ask, query: (name: string) => given.get(name) }
    const page = await web.pages.get(addressOf(c, given), encoding, () => assembledIn(named, assemble), wrote > 0)
    const { status, headers, body } = answerOf(page, encoding, header('if-none-match'))!
    return new Response(body && new Uint8Array(body), { status, headers })
  }
}

/** Says of a page from which state its frame was: that is read before the page, and the publication may change in between. */
async function assembledIn(ask: Ask, assemble: (ask: Ask) => Promise<Assembled>): Promise<Assembled> {
  let around = Number.POSITIVE_INFINITY
  const frame = async () => {
    const read = await ask.frame()
    around = read.asOf
    return read
  }
  const page = await assemble({ ...ask, frame })
  return { ...page, around: Math.min(around, page.version) }
}

/** All that a page is made from besides its path: what no page knows, and values that none takes, are not in it. */
function givenIn({ query }: Ask, parameters: Parameters): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(parameters).flatMap(([name, spelled]) => {
      const value = spelled(query(name) ?? '')
      return value ? [[name, value] as const] : []
    }),
  )
}

/** The address by which a page is kept, spelled as our own links spell it, however it was asked for. */
function addressOf(c: Ask['c'], given: ReadonlyMap<string, string>): string {
  const path = routePath(c).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(c.req.param(name)!))
  const query = [...given].map(([name, value]) => `${name}=${value}`).join('&')
  return query ? `${path}?${query}` : path
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
