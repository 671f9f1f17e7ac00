import { shortDateTimeIn } from '../html/date-time.ts'
import { sentenceText } from '../html/sentence-html.ts'
import type { RenderContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'

/** What an entry is called where it is heard: its place, who speaks, and when. */
export function describedAs(
  { depth, ordinal, author, postedAt, tombstone }: ShownComment,
  context: RenderContext,
): string {
  const { say } = context
  const name = tombstone ? say('comment.removed-short') : (author?.name ?? say('comment.nobody'))
  const when = postedAt === null || tombstone ? '' : shortDateTimeIn(postedAt, context)
  const named = { level: String(depth), position: String(ordinal), name, when }
  return sentenceText(say, 'comment.described', { dated: when ? 'yes' : 'no' }, named)
}
