import { mustBePublished } from '../../domain/articles/index.ts'
import { MOST_SEEN, saveReadState } from '../../domain/discussion/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { idOrNone, ids } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'

const READ = { article: idOrNone<'article'>(), upTo: idOrNone<'comment'>(), seen: ids<'comment'>(MOST_SEEN) }

/**
 * Remembers what somebody knows of a discussion: `article`, `upTo`, the comment up to which they know it, and `seen`, the numbers
 * of those after it that they have seen, with dots between. Said twice it is said once.
 */
export const create = taking({ form: READ }, async (ask, { article: articleId, upTo, seen }) => {
  const { store, at } = ask
  const { id: personId } = await ask.person()
  if (!articleId) throw new Trouble('missing', 'article.missing')
  await mustBePublished(store, articleId)
  if (!upTo) throw new Trouble('missing', 'comment.missing')
  await store.write((tx) => saveReadState(tx, { personId, articleId, upTo, seen, at }))
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
})
