import type { Html } from './html.ts'

const PRIVATE = { 'cache-control': 'no-store' }
const HTML = 'text/html; charset=utf-8'

/** A page for the one who asks. */
export function page(html: Html, status = 200): Response {
  return new Response(String(html), { status, headers: { ...PRIVATE, 'content-type': HTML } })
}

export function seeOther(location: string, headers: Headers = new Headers()): Response {
  headers.set('location', location)
  headers.set('cache-control', 'no-store')
  return new Response(null, { status: 303, headers })
}

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: PRIVATE })
}
