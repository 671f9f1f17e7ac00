import { type MarkCursor, ROOT } from '../../domain/discussion/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { page } from '../http/answers.ts'
import { personalList } from '../http/personal-list.ts'
import { textOrNone } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { mutedFor } from '../mutes/index.ts'
import type { MarkKind } from './mark-kind.ts'
import { markedPage } from './marked-page.ts'

/** What a person has marked so, the latest first, a page at a time, each with the button that ends it. */
export function marked(kind: MarkKind) {
  return taking({ query: { before: textOrNone.transform(cursorFrom) } }, async (ask, { before }) => {
    const { id } = await ask.person()
    const [frame, say] = [await ask.frame(), await ask.say()]
    const list = kind.list(frame.language)
    const rows = await personalList(ask, frame.language, (db, limit) => kind.marks.markedBy(db, id, before, limit))
    const muted = await mutedFor(await ask.asker(), ask.store)
    const shown = rows.shown.map(({ on, articleId, commentId, label, authorId, name, words }) => ({
      on,
      comment:
        commentId === ROOT
          ? null
          : { id: commentId, label: label ?? '', name, words, isMuted: authorId !== null && muted.has(authorId) },
      ending: {
        action: commentId === ROOT ? kind.ofArticle(articleId) : kind.ofComment(commentId),
        key: freshKey(),
        next: list,
        hidden: { end: '1' },
      },
    }))
    const older = rows.last ? `${list}${list.includes('?') ? '&' : '?'}before=${cursorOf(rows.last)}` : null
    return page(markedPage(frame, kind, { marked: shown, older }, say))
  })
}

function cursorOf({ at, articleId, commentId }: MarkCursor): string {
  return [at, articleId, commentId].join('.')
}

function cursorFrom(text: string | undefined): MarkCursor | undefined {
  const [, at, article, comment] = /^(\d{1,15})\.(\d+)\.(\d+)$/.exec(text ?? '') ?? []
  const articleId = idFrom<'article'>(article ?? '')
  return articleId && { at: Number(at), articleId, commentId: idFrom<'comment'>(comment ?? '') ?? ROOT }
}
