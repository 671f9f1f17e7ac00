import { mustBePublished } from '../../domain/articles/index.ts'
import { mapOf, ownSpots, spotsSince } from '../../domain/discussion/index.ts'
import { ARTICLE } from '../comments/index.ts'
import { json } from '../http/answers.ts'
import { idOrNone } from '../http/shapes.ts'
import { shared } from '../http/shared-page.ts'
import { taking } from '../http/taking.ts'
import { mutedFor } from '../mutes/index.ts'

const SINCE = { since: idOrNone<'comment'>() }

/** The whole discussion from afar, the same for everyone. */
export const show = shared({ params: ARTICLE }, async (ask, { article: articleId }) => {
  await mustBePublished(ask.store, articleId)
  const { version, ...map } = await ask.store.read((db) => mapOf(db, articleId))
  return { body: JSON.stringify(map), type: 'application/json', articleId, version }
})

/** What is one's own on the map, and what others, but for those whom one has muted, wrote after the comment `?since=`. */
export const personal = taking({ params: ARTICLE, query: SINCE }, async (ask, { article: articleId, since }) => {
  await mustBePublished(ask.store, articleId)
  const [person, { store }] = [await ask.asker(), ask]
  const by = person ? [person.id, ...(await mutedFor(person, store))] : []
  return json({
    own: person ? await ownSpots(store, articleId, person.id) : [],
    unread: since ? await spotsSince(store, articleId, since, by) : [],
  })
})
