import { z } from 'zod'
import { paths } from '../../addresses/paths.ts'
import {
  type CommentId,
  filled,
  REACTION_KINDS,
  type ReactionKind,
  react,
  reactionsBy,
  reactToOthers,
  shownRow,
  standing,
} from '../../domain/discussion/index.ts'
import { rulesIn } from '../../domain/moderation/early.ts'
import { Trouble } from '../../kit/trouble.ts'
import { messagePage } from '../html/message-page.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { STATUS } from '../http/status.ts'
import { freshKey, submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { mutedFor } from '../mutes/index.ts'
import { COMMENT } from './named.ts'
import { reactionsPage } from './reactions-page.ts'

const UNKNOWN = 'reaction.unknown'

export interface Given {
  /** How readers can react to a comment. */
  reactions: readonly ReactionKind[]
}

/** A comment with a button for each reaction, pressed where the reader's own stands. */
export const show = taking({ params: COMMENT }, async (ask, taken, { reactions: kinds }: Given) => {
  const { store } = ask
  const by = await ask.person()
  const { id, authorId } = await standing(store, taken.comment)
  if (!reactToOthers.may(by, { authorId })) return ownPage(ask, id)
  const [comment] = await filled(store, [(await shownRow(store, id))!])
  const own = await reactionsBy(store, by.id, id)
  const frame = await ask.frame()
  const buttons = kinds.map((kind) => ({ kind, on: own.includes(kind), key: freshKey() }))
  const [rules, muted] = [await rulesIn(store, frame.language), await mutedFor(await ask.asker(), store)]
  const shown = { comment: comment!, buttons, rules, muted }
  return page(reactionsPage(frame, shown, await ask.say()))
})

/** The link to this page is the same for everyone, so its author comes here, too. */
async function ownPage(ask: Ask, id: CommentId): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const onward = { path: paths.comment(id, frame.language), words: say('reaction.way-back') }
  const message = { title: say('reaction.own'), sentences: [say('reaction.own-hint')], onward }
  return page(messagePage(frame, message, say), STATUS.forbidden)
}

/** Sets (`on` is 1) or takes back (0) one reaction of the one who asks. */
export const create = taking(
  { params: COMMENT, form: { kind: z.enum(REACTION_KINDS, UNKNOWN), on: z.enum(['1', '0'], UNKNOWN) } },
  async (ask, { comment: id, kind, on }, { reactions }: Given) => {
    if (!reactions.includes(kind)) throw new Trouble('invalid', UNKNOWN)
    const by = await ask.person()
    const language = await ask.language()
    return submitAnew(ask, by, [kind, String(on === '1')], async (tx) => {
      await react(tx, { id, by, kind, on: on === '1', at: ask.at })
      return { location: paths.comment(id, language) }
    })
  },
)
