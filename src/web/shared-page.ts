import type { Ask, Handler } from './ask.ts'
import { chosenForm, holds } from './negotiation.ts'
import type { Assembled, Page } from './page-cache.ts'

export const HTML = 'text/html; charset=utf-8'

const PARAMETERS = ['order', 'under', 'ranking', 'after', 'before']

/** A page that is the same for everyone: kept as ready bytes, and asked for again each time by caches in front. */
export function shared(assemble: (ask: Ask) => Promise<Assembled>): Handler {
  return async (ask) => {
    const page = await ask.web.pages.get(addressOf(ask.c.req.url), () => assemble(ask))
    const answer = answerOf(page, ask.c.req.header('accept-encoding'), ask.c.req.header('if-none-match'))
    return new Response(answer.body && new Uint8Array(answer.body), { status: answer.status, headers: answer.headers })
  }
}

/** The address by which a page is kept: parameters that no page knows are left out. */
export function addressOf(url: string): string {
  const { pathname, searchParams } = new URL(url)
  const known = PARAMETERS.filter((name) => searchParams.has(name)).map((name) => `${name}=${searchParams.get(name)}`)
  return known.length > 0 ? `${pathname}?${known.join('&')}` : pathname
}

export interface SharedAnswer {
  status: 200 | 304
  headers: Record<string, string>
  body: Buffer | null
}

/** How a kept page is answered, by the router or before it. */
export function answerOf(
  page: Page,
  acceptEncoding: string | undefined,
  ifNoneMatch: string | undefined,
): SharedAnswer {
  const { body, encoding } = chosenForm(page, acceptEncoding)
  const etag = `"${page.hash}${encoding ? `-${encoding}` : ''}"`
  const headers: Record<string, string> = {
    'cache-control': 'public, max-age=0, must-revalidate',
    etag,
    vary: 'Accept-Encoding',
  }
  if (holds(ifNoneMatch, etag)) return { status: 304, headers, body: null }
  headers['content-type'] = page.type
  headers['content-length'] = String(body.length)
  if (encoding) headers['content-encoding'] = encoding
  return { status: 200, headers, body }
}
