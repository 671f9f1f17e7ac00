import { readUpTo } from '../domain/discussion/index.ts'
import { mutedBy } from '../domain/people/index.ts'
import { unreadOf } from '../domain/reach/index.ts'
import { idFrom } from '../kit/ids.ts'
import { json } from './answers.ts'
import type { Handler } from './ask.ts'

/** Who asks, for the script that lays it over pages which are the same for everyone, and with `?article=` how far they read; nothing of a stranger. */
export const show: Handler = async (ask) => {
  const person = await ask.asker()
  if (!person) return json({})
  const { id: personId, name, role } = person
  const { store } = ask.web
  const articleId = idFrom<'article'>(ask.query('article'))
  const [notices, muted, upTo] = await Promise.all([
    unreadOf(store, personId),
    mutedBy(store, personId),
    articleId && readUpTo(store, personId, articleId),
  ])
  return json({ personId, name, role, notices, muted: muted.map(({ id }) => id), upTo })
}
