import { paths } from '../../../../addresses/paths.ts'
import type { Reading, Writing } from '../../../../store/index.ts'
import { editionPublished, editionWithdrawn } from '../../events.ts'
import type { ArticleTables } from '../../tables.ts'
import { mustBeThere } from '../writing.ts'
import { announce } from './announcing.ts'
import { datePublished } from './publish.ts'

/** As many as are published in one transaction. */
const AT_ONCE = 100

/** When the next edition is due to appear or to go, in UTC milliseconds; undefined where none waits. */
export async function nextPublication(db: Reading): Promise<number | undefined> {
  const [[first], [last]] = [await waiting(db).limit(1).execute(), await leaving(db).limit(1).execute()]
  const moments = [first?.publishedAt, last?.takenOffAt].filter((moment) => moment != null)
  return moments.length > 0 ? Math.min(...moments) : undefined
}

/** Publishes and takes off what is due by now, the first hundred of each, and says so. */
export async function publishDue(tx: Writing, at: number): Promise<void> {
  await appear(tx, at)
  await leave(tx, at)
}

async function appear(tx: Writing, at: number) {
  const due = await waiting(tx).where('publishedAt', '<=', at).limit(AT_ONCE).execute()
  for (const { id } of due) {
    const edition = await mustBeThere(tx, id)
    const { articleId, language, slug, feedPath } = edition
    const published = await tx
      .change<ArticleTables>()
      .updateTable('edition')
      .set({ state: 'published', feedPath: feedPath ?? paths.article(language, slug) })
      .where('id', '=', id)
      .where('state', '=', 'scheduled')
      .where('publishedAt', '<=', at)
      .returning('id')
      .executeTakeFirst()
    if (!published) continue
    await datePublished(tx, articleId, at)
    await announce(tx, editionPublished, edition, at)
  }
}

async function leave(tx: Writing, at: number) {
  const due = await leaving(tx).where('takenOffAt', '<=', at).limit(AT_ONCE).execute()
  for (const { id } of due) {
    const edition = await mustBeThere(tx, id)
    const gone = await tx
      .change<ArticleTables>()
      .updateTable('edition')
      .set({ state: 'withdrawn' })
      .where('id', '=', id)
      .where('state', '=', 'published')
      .where('takenOffAt', '<=', at)
      .returning('id')
      .executeTakeFirst()
    if (gone) await announce(tx, editionWithdrawn, edition, at)
  }
}

function leaving(db: Reading) {
  return db
    .look<ArticleTables>()
    .selectFrom('edition')
    .select(['id', 'takenOffAt'])
    .where('state', '=', 'published')
    .where('takenOffAt', 'is not', null)
    .orderBy('takenOffAt')
    .orderBy('id')
}

function waiting(db: Reading) {
  return db
    .look<ArticleTables>()
    .selectFrom('edition')
    .select(['id', 'publishedAt'])
    .where('state', '=', 'scheduled')
    .orderBy('publishedAt')
    .orderBy('id')
}
