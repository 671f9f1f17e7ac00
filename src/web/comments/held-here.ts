import { paths } from '../../addresses/paths.ts'
import { mustBePublished, placeOf } from '../../domain/articles/index.ts'
import { heldUnder } from '../../domain/discussion/index.ts'
import { placeOfComment, seeHeld } from '../../domain/moderation/index.ts'
import { json, page } from '../http/answers.ts'
import { taking } from '../http/taking.ts'
import { wantsJson } from '../http/troubles.ts'
import { heldHtml } from './held-comment.ts'
import { heldHerePage } from './held-here-page.ts'
import { ARTICLE } from './named.ts'
import { editionFor } from './permalink.ts'
import { readOnlyContext } from './render-context.ts'

const MOST = 200

/** The same for script. */
export interface HeldHere {
  held: { id: number; parentId: number; html: string }[]
}

/** What waits in a discussion: everything for who moderates it, for others their own. Script lays the same over the page where it belongs. */
export const show = taking({ params: ARTICLE }, async (ask, { article: articleId }) => {
  const by = await ask.person()
  const { store } = ask
  await mustBePublished(store, articleId)
  const sees = seeHeld.maySome(by) && seeHeld.may(by, await placeOf(store, articleId))
  const all = await heldUnder(store, articleId, { by: sees ? undefined : by.id, limit: MOST })
  const places = await Promise.all(all.map((one) => placeOfComment(store, one)))
  const held = all.filter((one, at) => one.author?.id === by.id || seeHeld.may(by, places[at]!))
  const [frame, say] = [await ask.frame(), await ask.say()]
  const context = readOnlyContext(frame, [], say)
  const entries = held.map((one) => ({
    id: one.id,
    parentId: one.parentId,
    parentLabel: one.parentLabel,
    html: heldHtml(one, context, one.author?.id === by.id),
  }))
  if (wantsJson(ask)) {
    const told = entries.map(({ id, parentId, html }) => ({ id, parentId, html: String(html) }))
    return json({ held: told } satisfies HeldHere)
  }
  const { language, slug, title } = await editionFor(ask, store, articleId)
  return page(
    heldHerePage(frame, { entries, article: { title, path: paths.article(language, slug) }, isAll: sees }, say),
  )
})
