import { BoundedCache } from '../../kit/bounded-cache.ts'
import { sha256 } from '../../kit/hash.ts'
import type { Html } from '../html.ts'
import type { ShownComment } from './comment.ts'
import type { Telling } from './telling.ts'

const LIMIT_CHARACTERS = 8 * 1024 * 1024

/** What was written lately, by all that went into it. */
const kept = new BoundedCache<string, Html>(LIMIT_CHARACTERS)

type Write = (comment: ShownComment, telling: Telling, parent: ShownComment | null) => Html

/** An entry's own part as it was written before from the same, or else written now: a page with one new comment writes one. */
export function keptOr(comment: ShownComment, telling: Telling, parent: ShownComment | null, write: Write): Html {
  const from = `${markOf(telling)} ${JSON.stringify(comment)} ${parent && answeredIn(parent)}`
  const before = kept.get(from)
  if (before) return before
  const html = write(comment, telling, parent)
  kept.set(from, html, from.length + html.length)
  return html
}

/** What an entry says of the one that it answers. */
function answeredIn({ id, label, author, tombstone }: ShownComment): string {
  return JSON.stringify([id, label, author?.name, tombstone !== null])
}

const marks = new WeakMap<Telling, string>()

/** What is the same for all entries of a page. */
function markOf(telling: Telling): string {
  const known = marks.get(telling)
  if (known) return known
  const { language, zone, near, rules, roles, reactions, acts } = telling
  const mark = sha256(JSON.stringify([language, zone, near, rules, [...roles], reactions, acts]))
  marks.set(telling, mark)
  return mark
}
