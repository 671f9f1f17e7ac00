import { paths } from '../../addresses/paths.ts'
import { editionPage, shownRevisions } from '../../domain/articles/index.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq } from '../../store/index.ts'
import { type ChangedLine, wordChanges } from '../../text/word-changes.ts'
import { text } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { changesPage, PARTS } from './changes-page.ts'

/** So many changes are shown, with the words beside each other. */
const MOST = 20

/** How the words that readers saw were changed since they appeared, the last change first. What was only written at the desk is not here. */
export const show = shared({ params: { slug: text } }, async (ask, { slug }) => {
  const frame = await ask.frame()
  const shown = await ask.store.read(async (db) => {
    const page = await editionPage(db, frame.language as Language, slug)
    if (!page || page.edition.retraction) throw new Trouble('missing', 'article.missing')
    const revisions = await shownRevisions(db, page.edition.id, undefined, MOST + 1)
    return { page, revisions, version: await latestSeq(db) }
  })
  const { edition, editions, article } = shown.page
  const changes = shown.revisions.slice(0, MOST).flatMap((after, index) => {
    const before = shown.revisions[index + 1]
    if (!before) return []
    const parts = PARTS.map((part) => ({ part, lines: wordChanges(before[part], after[part]) }))
    return [{ at: after.shownAt, parts: parts.filter(({ lines }) => hasChanged(lines)) }]
  })
  const data = {
    title: edition.title,
    path: paths.changes(edition.language, slug),
    article: paths.article(edition.language, slug),
    alternates: editions.map((to) => ({ language: to.language, path: paths.changes(to.language, to.slug) })),
    publishedAt: edition.publishedAt,
    changes: changes.filter(({ parts }) => parts.length > 0),
  }
  const body = String(changesPage(frame, data, await ask.say()))
  return { body, type: HTML, articleId: article.id, version: shown.version }
})

function hasChanged(lines: readonly ChangedLine[]): boolean {
  return lines.some(({ isChanged }) => isChanged)
}
