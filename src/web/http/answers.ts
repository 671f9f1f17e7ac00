import type { Html } from '../html/template.ts'

const PRIVATE = { 'cache-control': 'no-store' }
const HTML = 'text/html; charset=utf-8'

/** What stood here stands there for good, and is asked for there in the same way. */
export const LED_ON = 308

/** A page for the one who asks. */
export function page(html: Html, status = 200): Response {
  return new Response(String(html), { status, headers: { ...PRIVATE, 'content-type': HTML } })
}

/** A sentence without a page around it. */
export function plain(words: string, status: number): Response {
  return new Response(words, { status, headers: { ...PRIVATE, 'content-type': 'text/plain; charset=utf-8' } })
}

/** @NOTE headers as a plain object: the adapter hands them on as they are, where a `Headers` costs as much as routing. */
export function seeOther(location: string, more: Readonly<Record<string, string>> = {}, status = 303): Response {
  return new Response(null, { status, headers: { ...PRIVATE, location, ...more } })
}

export function json(value: unknown, status = 200, more: Readonly<Record<string, string>> = {}): Response {
  return Response.json(value, { status, headers: { ...PRIVATE, ...more } })
}
