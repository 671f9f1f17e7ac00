import { paths } from '../../addresses/paths.ts'
import {
  type CommentId,
  commentById,
  type HeldComment,
  heldComment,
  heldEditOf,
} from '../../domain/discussion/index.ts'
import { placeOfComment, removeComments, seeHeld } from '../../domain/moderation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { heldEditPage } from './held-edit-page.ts'
import { heldPage } from './held-page.ts'
import { COMMENT } from './named.ts'
import { editionFor, placeOf } from './permalink.ts'
import { previewOf } from './preview.ts'
import { shownIn } from './shown-in.ts'

/** A comment that waits to be let in, or other words for one, for its author and those who moderate; for all others the way to it. */
export const show = taking({ params: COMMENT }, async (ask, { comment: id }) => {
  const held = await heldFor(ask, id)
  if (!held) return (await editPage(ask, id)) ?? seeOther(await placeOf(ask, id))
  const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.person()]
  const article = await articleOf(ask, held.articleId)
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

/** Other words for a comment that stands; undefined where none wait, or the one who asks may not see them. */
async function editPage(ask: Ask, id: CommentId): Promise<Response | undefined> {
  const [by, held] = [await ask.asker(), await heldEditOf(ask.store, id)]
  const comment = await commentById(ask.store, id)
  if (!by || !held || comment?.state !== 'stands') return
  const isOwn = held.personId === by.id
  const place = await placeOfComment(ask.store, comment)
  if (!isOwn && !seeHeld.may(by, place)) return
  const [frame, say] = [await ask.frame(), await ask.say()]
  const data = {
    held,
    comment: await shownIn(ask, id),
    would: await previewOf(ask, comment.articleId, held.words, id),
    article: await articleOf(ask, comment.articleId),
    isOwn,
    deciding:
      !isOwn && removeComments.may(by, place)
        ? { action: paths.held(id), key: freshKey(), hidden: { edit: String(held.id) } }
        : null,
  }
  return page(heldEditPage(frame, data, say))
}

async function articleOf(ask: Ask, articleId: HeldComment['articleId']) {
  const { language, slug, title } = await editionFor(ask, ask.store, articleId)
  return { title, path: paths.article(language, slug) }
}
