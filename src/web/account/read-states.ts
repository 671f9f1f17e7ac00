import { isPublished } from '../../domain/articles/index.ts'
import { type CommentId, MOST_SEEN, saveReadState } from '../../domain/discussion/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Handler } from '../http/ask.ts'

/**
 * Remembers what somebody knows of a discussion: `article`, `upTo`, the comment up to which they know it, and `seen`, the numbers
 * of those after it that they have seen, with dots between. Said twice it is said once.
 */
export const create: Handler = async (ask) => {
  const person = await ask.person()
  const articleId = idFrom<'article'>(ask.form.get('article') ?? '')
  const upTo = idFrom<'comment'>(ask.form.get('upTo') ?? '')
  const seen = idsIn(ask.form.get('seen') ?? '')
  const { store } = ask.web
  if (!articleId || !(await isPublished(store, articleId))) throw new Trouble('missing', 'article.missing')
  if (!upTo) throw new Trouble('missing', 'comment.missing')
  await store.write((tx) => saveReadState(tx, { personId: person.id, articleId, upTo, seen, at: ask.at }))
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
}

function idsIn(text: string): CommentId[] {
  const ids = text.split('.', MOST_SEEN).map((id) => idFrom<'comment'>(id))
  return ids.filter((id) => id !== undefined)
}
