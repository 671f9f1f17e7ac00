import { articleById } from '../domain/articles/index.ts'
import { leave } from '../domain/discussion/index.ts'
import { idFrom } from '../kit/ids.ts'
import { Trouble } from '../kit/trouble.ts'
import type { Handler } from './ask.ts'

/** Remembers how far somebody read a discussion: `article` and `upTo`, the newest comment that was there. Said twice it is said once. */
export const create: Handler = async (ask) => {
  const person = await ask.person()
  const articleId = idFrom<'article'>(ask.form.get('article') ?? '')
  const upTo = idFrom<'comment'>(ask.form.get('upTo') ?? '')
  const { store } = ask.web
  if (!articleId || !(await articleById(store, articleId))) throw new Trouble('missing', 'article.missing')
  if (!upTo) throw new Trouble('missing', 'comment.missing')
  await store.write((tx) => leave(tx, { personId: person.id, articleId, upTo, at: ask.at }))
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
}
