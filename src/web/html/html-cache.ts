import { BoundedCache } from '../../kit/bounded-cache.ts'
import { type Html, inOnePiece } from './template.ts'

const LIMIT_CHARACTERS = 2 * 1024 * 1024

const kept = new BoundedCache<string, Html>(LIMIT_CHARACTERS)

/** What was written lately from the same, or else is written now: a page with one new comment writes one. `from` is all that goes into it. */
export function cachedHtml(from: string, write: () => Html): Html {
  const before = kept.get(from)
  if (before) return before
  const html = inOnePiece(write())
  kept.set(from, html, from.length + html.length)
  return html
}
