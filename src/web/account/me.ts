import { type ArticleId, placeOf } from '../../domain/articles/index.ts'
import {
  type CommentId,
  cameAfter,
  isAnyHeld,
  NOTHING,
  type ReadState,
  reactionsIn,
  readStateOf,
} from '../../domain/discussion/index.ts'
import { removeComments } from '../../domain/moderation/early.ts'
import { asksWaitingFor, type Member, mutedBy, type PersonId, type Role } from '../../domain/people/index.ts'
import { unreadOf } from '../../domain/reach/index.ts'
import { questionsWaitingFor } from '../../domain/translation/early.ts'
import { json } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { lookFor } from '../http/look-cookie.ts'
import { idOrNone } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'

/** What is said of the one who asks; nothing of a stranger but what is new to them. */
export interface Me extends Partial<ReadState> {
  personId?: PersonId
  name?: string
  roles?: Role[]
  /** Whether they may remove comments of others in this discussion, and restore them. */
  moderates?: boolean | undefined
  /** Whether something waits in this discussion that they may see: their own, or of others where they moderate. */
  waits?: boolean | undefined
  /** How many notices they have not read, and what waits for them at the desk. */
  notices?: number
  /** The people whose words they do not want to read. */
  muted?: PersonId[]
  /** How they reacted in this discussion. */
  reacted?: Awaited<ReturnType<typeof reactionsIn>> | undefined
  /** The first of what came after what they know, and up to which comment that is all. */
  unread?: Awaited<ReturnType<typeof cameAfter>> | undefined
}

const QUERY = { article: idOrNone<'article'>(), since: idOrNone<'comment'>() }

/**
 * Who asks, for the script that lays it over pages which are the same for everyone. With `?article=` what they know of its
 * discussion, and the first of what came after that; of a stranger only what came after `?since=`, up to which they know it.
 */
export const show = taking({ query: QUERY }, async (ask, { article: articleId, since }) => {
  const person = await ask.asker()
  if (!person) return json({ unread: articleId && (await unreadIn(ask, articleId, since)) } satisfies Me)
  const { id: personId, name } = person
  const { store } = ask
  const [unreadNotices, waiting, muted, moderates, known, reacted] = await Promise.all([
    unreadOf(store, personId),
    waitingFor(store, person),
    mutedBy(store, personId).then((people) => people.map(({ id }) => id)),
    articleId && moderatesIn(ask, person, articleId),
    articleId && readStateOf(store, personId, articleId),
    articleId && reactionsIn(store, personId, articleId),
    lookFor(ask),
  ])
  const unread = articleId && (await unreadIn(ask, articleId, since, known, [personId, ...muted]))
  const notices = unreadNotices + waiting
  const waits = articleId && (await isAnyHeld(store, articleId, moderates ? undefined : personId))
  const roles = person.roles.map(({ role }) => role)
  return json({ personId, name, roles, moderates, waits, notices, muted, ...known, unread, reacted } satisfies Me)
})

/** What else waits for somebody beside their notices. */
async function waitingFor(store: Ask['store'], person: Member): Promise<number> {
  const [asks, questions] = await Promise.all([asksWaitingFor(store, person), questionsWaitingFor(store, person)])
  return asks + questions
}

async function moderatesIn({ store }: Ask, by: Member, articleId: ArticleId) {
  return removeComments.maySome(by) && removeComments.may(by, await placeOf(store, articleId))
}

async function unreadIn(
  { store }: Ask,
  articleId: Parameters<typeof cameAfter>[1],
  here: CommentId | undefined,
  { upTo } = NOTHING,
  by?: Parameters<typeof cameAfter>[3],
) {
  const since = here && here > upTo ? here : upTo
  return since === 0 ? undefined : cameAfter(store, articleId, since, by)
}
