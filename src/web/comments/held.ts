import { paths } from '../../addresses/paths.ts'
import { type CommentId, type HeldComment, heldComment } from '../../domain/discussion/index.ts'
import { placeOfComment, seeHeld } from '../../domain/moderation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { taking } from '../http/taking.ts'
import { heldPage } from './held-page.ts'
import { COMMENT } from './named.ts'
import { editionFor, placeOf } from './permalink.ts'

/** A comment that waits to be let in, for its author and for those who moderate; once it is in, the way there. */
export const show = taking({ params: COMMENT }, async (ask, { comment: id }) => {
  const held = await heldFor(ask, id)
  if (!held) return seeOther(await placeOf(ask, id))
  const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.person()]
  const edition = await editionFor(ask, ask.store, held.articleId)
  const article = { title: edition.title, path: paths.article(edition.language, edition.slug) }
  return page(heldPage(frame, { held, article, isOwn: held.author?.id === by.id }, say))
})

/** A held comment that the one who asks may see; undefined where none of this number is held. For all others there is no such comment. */
async function heldFor(ask: Ask, id: CommentId): Promise<HeldComment | undefined> {
  const held = await heldComment(ask.store, id)
  if (!held) return
  const by = await ask.asker()
  const isOwn = by && held.author?.id === by.id
  if (isOwn || (by && seeHeld.may(by, await placeOfComment(ask.store, held)))) return held
  throw new Trouble('missing', 'comment.missing')
}
