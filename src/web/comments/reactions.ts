import { paths } from '../../addresses/paths.ts'
import {
  type CommentId,
  filled,
  REACTION_KINDS,
  type ReactionKind,
  react,
  reactionsBy,
  shownRow,
  standing,
} from '../../domain/discussion/index.ts'
import { rulesIn } from '../../domain/moderation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { messagePage } from '../html/message-page.ts'
import { page } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { freshKey, submitAnew } from '../http/submit.ts'
import { STATUS } from '../http/troubles.ts'
import { mutedFor } from '../mutes/index.ts'
import { commentIdIn } from './permalink.ts'
import { reactionsPage } from './reactions-page.ts'

/** A comment with a button for each reaction, pressed where the reader's own stands. */
export const show: Handler = async (ask) => {
  const { store, reactions: kinds } = ask.web
  const by = await ask.person()
  const { id, authorId } = await standing(store, commentIdIn(ask))
  if (authorId === by.id) return ownPage(ask, id)
  const [comment] = await filled(store, [(await shownRow(store, id))!])
  const own = await reactionsBy(store, by.id, id)
  const frame = await ask.frame()
  const buttons = kinds.map((kind) => ({ kind, on: own.includes(kind), key: freshKey() }))
  const [rules, muted] = [await rulesIn(store, frame.language), await mutedFor(ask, store)]
  const shown = { comment: comment!, buttons, rules, muted }
  return page(reactionsPage(frame, shown, await ask.say()))
}

/** The link to this page is the same for everyone, so its author comes here, too. */
async function ownPage(ask: Ask, id: CommentId): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const onward = { path: paths.comment(id, frame.language), words: say('reaction.way-back') }
  const message = { title: say('reaction.own'), sentences: [say('reaction.own-hint')], onward }
  return page(messagePage(frame, message, say), STATUS.forbidden)
}

/** Sets (`on` is 1) or takes back (0) one reaction of the one who asks. */
export const create: Handler = async (ask) => {
  const by = await ask.person()
  const id = commentIdIn(ask)
  const kind = kindIn(ask)
  const on = onIn(ask)
  const language = await ask.language()
  return submitAnew(ask, by, [kind, String(on)], async (tx) => {
    await react(tx, { id, by, kind, on, at: ask.at })
    return { location: paths.comment(id, language) }
  })
}

function kindIn({ form, web }: Ask): ReactionKind {
  const kind = REACTION_KINDS.find((one) => one === form.get('kind'))
  if (!kind || !web.reactions.includes(kind)) throw new Trouble('invalid', 'reaction.unknown')
  return kind
}

function onIn({ form }: Ask): boolean {
  const on = form.get('on')
  if (on !== '1' && on !== '0') throw new Trouble('invalid', 'reaction.unknown')
  return on === '1'
}
