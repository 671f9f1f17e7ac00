import { cameAfter, NOTHING, type ReadState, readStateOf } from '../../domain/discussion/index.ts'
import { mutedBy, type PersonId, type Role } from '../../domain/people/index.ts'
import { unreadOf } from '../../domain/reach/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { json } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'

/** What is said of the one who asks; nothing of a stranger but what is new to them. */
export interface Me extends Partial<ReadState> {
  personId?: PersonId
  name?: string
  role?: Role
  /** How many notices they have not read. */
  notices?: number
  /** The people whose words they do not want to read. */
  muted?: PersonId[]
  /** The first of what came after what they know, and up to which comment that is all. */
  unread?: Awaited<ReturnType<typeof cameAfter>> | undefined
}

/**
 * Who asks, for the script that lays it over pages which are the same for everyone. With `?article=` what they know of its
 * discussion, and the first of what came after that; of a stranger only what came after `?since=`, up to which they know it.
 */
export const show: Handler = async (ask) => {
  const person = await ask.asker()
  const articleId = idFrom<'article'>(ask.query('article'))
  if (!person) return json({ unread: articleId && (await unreadIn(ask, articleId)) } satisfies Me)
  const { id: personId, name, role } = person
  const { store } = ask.web
  const [notices, muted, known] = await Promise.all([
    unreadOf(store, personId),
    mutedBy(store, personId).then((people) => people.map(({ id }) => id)),
    articleId && readStateOf(store, personId, articleId),
  ])
  const unread = articleId && (await unreadIn(ask, articleId, known, [personId, ...muted]))
  return json({ personId, name, role, notices, muted, ...known, unread } satisfies Me)
}

async function unreadIn(
  { web, query }: Ask,
  articleId: Parameters<typeof cameAfter>[1],
  { upTo } = NOTHING,
  by?: Parameters<typeof cameAfter>[3],
) {
  const here = idFrom<'comment'>(query('since')) ?? 0
  const since = here > upTo ? here : upTo
  return since === 0 ? undefined : cameAfter(web.store, articleId, since, by)
}
