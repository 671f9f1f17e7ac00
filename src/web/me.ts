import { readUpTo } from '../domain/discussion/index.ts'
import { idFrom } from '../kit/ids.ts'
import { json } from './answers.ts'
import type { Handler } from './ask.ts'

/** Who asks, for the script that lays it over pages which are the same for everyone, and with `?article=` how far they read; nothing of a stranger. */
export const show: Handler = async (ask) => {
  const person = await ask.asker()
  if (!person) return json({})
  const articleId = idFrom<'article'>(ask.query('article'))
  const upTo = articleId && (await readUpTo(ask.web.store, person.id, articleId))
  return json({ personId: person.id, name: person.name, role: person.role, upTo })
}
