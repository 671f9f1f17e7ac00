import { paths } from '../../../addresses/paths.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { editionPublished } from '../events.ts'
import type { ArticleTables } from '../tables.ts'

/** As many as are published in one transaction. */
const AT_ONCE = 100

/** When the next edition that waits is due, in UTC milliseconds; undefined where none waits. */
export async function nextPublication(db: Reading): Promise<number | undefined> {
  const [next] = await waiting(db).limit(1).execute()
  return next?.publishedAt ?? undefined
}

/** Publishes what is due by now, the first hundred of it, and says so. */
export async function publishDue(tx: Writing, at: number): Promise<void> {
  const due = await waiting(tx).where('publishedAt', '<=', at).limit(AT_ONCE).execute()
  for (const { id, articleId, language, slug, feedPath } of due) {
    const published = await tx
      .change<ArticleTables>()
      .updateTable('edition')
      .set({ state: 'published', feedPath: feedPath ?? paths.article(language, slug) })
      .where('id', '=', id)
      .where('state', '=', 'scheduled')
      .returning('id')
      .executeTakeFirst()
    if (published) tx.note(editionPublished, { about: id, articleId, at })
  }
}

function waiting(db: Reading) {
  return db
    .look<ArticleTables>()
    .selectFrom('edition')
    .select(['id', 'articleId', 'language', 'slug', 'publishedAt', 'feedPath'])
    .where('state', '=', 'scheduled')
    .orderBy('publishedAt')
    .orderBy('id')
}
