import { type ArticleId, isPublished } from '../../domain/articles/index.ts'
import { mapOf, ownSpots, spotsSince } from '../../domain/discussion/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import { json } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { shared } from '../http/shared-page.ts'
import { mutedFor } from '../mutes/index.ts'

/** The whole discussion from afar, the same for everyone. */
export const show = shared(async (ask) => {
  const articleId = await articleIn(ask)
  const { version, ...map } = await ask.web.store.read((db) => mapOf(db, articleId))
  return { body: JSON.stringify(map), type: 'application/json', articleId, version }
})

/** What is one's own on the map, and what others, but for those whom one has muted, wrote after the comment `?since=`. */
export const personal: Handler = async (ask) => {
  const articleId = await articleIn(ask)
  const since = idFrom<'comment'>(ask.query('since'))
  const [person, { store }] = [await ask.asker(), ask.web]
  const by = person ? [person.id, ...(await mutedFor(ask, store))] : []
  return json({
    own: person ? await ownSpots(store, articleId, person.id) : [],
    unread: since ? await spotsSince(store, articleId, since, by) : [],
  })
}

async function articleIn({ web, param }: Ask): Promise<ArticleId> {
  const id = idFrom<'article'>(param('article'))
  if (!id || !(await isPublished(web.store, id))) throw new Trouble('missing', 'article.missing')
  return id
}
