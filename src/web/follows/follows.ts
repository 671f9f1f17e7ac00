import { paths } from '../../addresses/paths.ts'
import { type FollowCursor, followsOf, ROOT } from '../../domain/discussion/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { page } from '../http/answers.ts'
import { personalList } from '../http/personal-list.ts'
import { textOrNone } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { mutedFor } from '../mutes/index.ts'
import { followsPage } from './follows-page.ts'

/** What a person follows, the latest first, a page at a time, each with the button that ends it. */
export const show = taking({ query: { before: textOrNone.transform(cursorFrom) } }, async (ask, { before }) => {
  const { id } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const { shown, last } = await personalList(ask, language, (db, limit) => followsOf(db, id, before, limit))
  const muted = await mutedFor(await ask.asker(), ask.store)
  const followed = shown.map(({ on, articleId, commentId, label, authorId, name, words }) => ({
    on,
    branch:
      commentId === ROOT
        ? null
        : { id: commentId, label: label ?? '', name, words, isMuted: authorId !== null && muted.has(authorId) },
    ending: {
      action: commentId === ROOT ? paths.followArticle(articleId) : paths.followBranch(commentId),
      key: freshKey(),
      next: paths.follows(language),
      hidden: { end: '1' },
    },
  }))
  const older = last ? `${paths.follows(language)}&before=${cursorOf(last)}` : null
  return page(followsPage(frame, { followed, older }, say))
})

function cursorOf({ at, articleId, commentId }: FollowCursor): string {
  return [at, articleId, commentId].join('.')
}

function cursorFrom(text: string | undefined): FollowCursor | undefined {
  const [, at, article, comment] = /^(\d{1,15})\.(\d+)\.(\d+)$/.exec(text ?? '') ?? []
  const articleId = idFrom<'article'>(article ?? '')
  return articleId && { at: Number(at), articleId, commentId: idFrom<'comment'>(comment ?? '') ?? ROOT }
}
