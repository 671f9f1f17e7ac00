import { type CommentId, filled, type ShownComment, shownRow } from '../../domain/discussion/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask } from '../http/ask.ts'

/** A comment as pages show it, removed or not. */
export async function shownIn({ store }: Ask, id: CommentId): Promise<ShownComment> {
  const row = await shownRow(store, id)
  if (!row) throw new Trouble('missing', 'comment.missing')
  return (await filled(store, [row]))[0]!
}
