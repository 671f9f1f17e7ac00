import { paths } from '../../../addresses/paths.ts'
import { bringUp } from '../../../domain/moderation/index.ts'
import { id } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'

/** Brings up a comment as a case, where a moderator would decide otherwise than to remove it. */
export const create = taking({ params: { comment: id<'comment'>('comment.missing') } }, async (ask, { comment }) => {
  const by = await ask.person()
  const language = await ask.language()
  return submitAnew(ask, by, [], async (tx) => {
    return { location: paths.deskCase(await bringUp(tx, { id: comment, by, at: ask.at }), language) }
  })
})
