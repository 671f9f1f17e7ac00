import type { ShownEdition } from '../../domain/articles/index.ts'
import { visibleOn } from '../../domain/discussion/index.ts'
import type { Reading } from '../../store/index.ts'
import type { Teaser } from './teaser.ts'

/** Editions as lists show them, each with the number of comments that stand. */
export async function teasers(db: Reading, editions: readonly ShownEdition[]): Promise<Teaser[]> {
  const comments = await visibleOn(
    db,
    editions.map(({ article }) => article.id),
  )
  return editions.map(({ article, edition, section, bylines, picture }) => {
    const { slug, title, standfirst, publishedAt } = edition
    return { slug, title, standfirst, publishedAt, section, bylines, picture, comments: comments.get(article.id) ?? 0 }
  })
}
