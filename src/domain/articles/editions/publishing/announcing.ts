import type { EventType, Writing } from '../../../../store/index.ts'
import type { ArticleId } from '../../article.ts'
import { byId } from '../../articles.ts'
import { articleChanged } from '../../events.ts'
import { listArticle } from '../../lists/listings.ts'
import type { Edition, EditionId } from '../edition.ts'
import { leadingTo } from '../shown/further-reading.ts'

type EditionEvent = EventType<{ about: EditionId; articleId: ArticleId }>
type Announced = Pick<Edition, 'id' | 'articleId' | 'language' | 'publishedAt'>

/** Says what became of an edition, and that the lists in which it stands and the pages that lead to it are other, too. */
export async function announce(tx: Writing, event: EditionEvent, edition: Announced, at: number): Promise<void> {
  const { id, articleId } = edition
  tx.note(event, { about: id, articleId, at })
  await listArticle(tx, articleId)
  await announceLeading(tx, edition, at)
}

/** Says of the pages that lead to an edition that they are other. */
export async function announceLeading(tx: Writing, edition: Announced, at: number): Promise<void> {
  const { publishedAt } = edition
  const article = publishedAt === null ? undefined : await byId(tx, edition.articleId)
  if (!article || publishedAt === null) return
  for (const articleId of await leadingTo(tx, { ...edition, publishedAt, sectionId: article.sectionId }))
    tx.note(articleChanged, { about: articleId, articleId, at })
}
