import type { ShownComment } from './comment.ts'
import { shortMomentIn } from './moment.ts'
import type { Telling } from './telling.ts'

/** What an entry is called where it is heard: its place, who speaks, and when. */
export function describedAs({ depth, ordinal, author, postedAt, tombstone }: ShownComment, telling: Telling): string {
  const { say } = telling
  const name = tombstone ? say('comment.removed-short') : (author?.name ?? say('comment.nobody'))
  const when = postedAt === null || tombstone ? '' : shortMomentIn(postedAt, telling)
  return say('comment.described', { level: depth, position: ordinal, name, dated: when ? 'yes' : 'no', when })
}
