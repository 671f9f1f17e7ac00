import { shortMomentIn } from '../html/date-time.ts'
import { toldPlainly } from '../html/sentence-html.ts'
import type { ShownComment } from './comment.ts'
import type { Telling } from './render-context.ts'

/** What an entry is called where it is heard: its place, who speaks, and when. */
export function describedAs({ depth, ordinal, author, postedAt, tombstone }: ShownComment, telling: Telling): string {
  const { say } = telling
  const name = tombstone ? say('comment.removed-short') : (author?.name ?? say('comment.nobody'))
  const when = postedAt === null || tombstone ? '' : shortMomentIn(postedAt, telling)
  const named = { level: String(depth), position: String(ordinal), name, when }
  return toldPlainly(say, 'comment.described', { dated: when ? 'yes' : 'no' }, named)
}
