import { paths } from '../../addresses/paths.ts'
import { ROOT, type SavedCursor, savedBy } from '../../domain/discussion/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { page } from '../http/answers.ts'
import { personalList } from '../http/personal-list.ts'
import { textOrNone } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { savedPage } from './saved-page.ts'

/** What a person saved, the latest first, a page at a time, each with the button that lets it go. */
export const show = taking({ query: { before: textOrNone.transform(cursorFrom) } }, async (ask, { before }) => {
  const { id } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const { shown, last } = await personalList(ask, language, (db, limit) => savedBy(db, id, before, limit))
  const saved = shown.map(({ on, articleId, commentId, label, name, words }) => ({
    on,
    comment: commentId === ROOT ? null : { id: commentId, label: label ?? '', name, words },
    ending: {
      action: commentId === ROOT ? paths.saveArticle(articleId) : paths.saveComment(commentId),
      key: freshKey(),
      next: paths.saved(language),
      hidden: { end: '1' },
    },
  }))
  const older = last ? `${paths.saved(language)}?before=${cursorOf(last)}` : null
  return page(savedPage(frame, { saved, older }, say))
})

function cursorOf({ at, articleId, commentId }: SavedCursor): string {
  return [at, articleId, commentId].join('.')
}

function cursorFrom(text: string | undefined): SavedCursor | undefined {
  const [, at, article, comment] = /^(\d{1,15})\.(\d+)\.(\d+)$/.exec(text ?? '') ?? []
  const articleId = idFrom<'article'>(article ?? '')
  return articleId && { at: Number(at), articleId, commentId: idFrom<'comment'>(comment ?? '') ?? ROOT }
}
