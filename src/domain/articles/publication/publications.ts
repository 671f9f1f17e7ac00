import type { Kysely } from 'kysely'
import { stableJson } from '../../../kit/json.ts'
import { oncePerState, prepared, type Reading, type Writing } from '../../../store/index.ts'
import { publicationChanged } from '../events.ts'
import type { Outcome } from '../outcome.ts'
import type { ArticleTables } from '../tables.ts'
import { beginFeedIdentity } from './feed-identity.ts'
import { type Publication, UNNAMED } from './publication.ts'

/** There is one, and this is its number. */
const THE_ONE = 1

/** The publication; one that nobody has named yet has a name for the time being. */
export const publicationOf = oncePerState<Publication>(async (db) => (await named(db)) ?? UNNAMED)

/** Whether nothing has been named or published here. */
export async function isEmpty(db: Reading): Promise<boolean> {
  const article = await db.look<ArticleTables>().selectFrom('article').select('id').limit(1).executeTakeFirst()
  return !article && !(await named(db))
}

/** Says what the publication is called and where it is followed; answers whether that was news. */
export async function savePublication(tx: Writing, publication: Publication, at: number): Promise<Outcome> {
  const before = await named(tx)
  if (before && stableJson(before) === stableJson(publication)) return 'same'
  const { languages, ...row } = publication
  await tx.change<ArticleTables>().deleteFrom('publicationWords').execute()
  await tx.change<ArticleTables>().deleteFrom('publication').execute()
  await tx
    .change<ArticleTables>()
    .insertInto('publication')
    .values({ id: THE_ONE, ...row })
    .execute()
  const words = languages.map(({ language, name, motto }, position) => ({ language, name, motto, position }))
  if (words.length > 0) await tx.change<ArticleTables>().insertInto('publicationWords').values(words).execute()
  await beginFeedIdentity(tx)
  tx.note(publicationChanged, { at })
  return before ? 'changed' : 'new'
}

/** The publication, where somebody has named it. */
export async function named(db: Reading): Promise<Publication | undefined> {
  const [[row], languages] = await Promise.all([theOne(db, {}), itsWords(db, {})])
  if (!row) return
  const { id: _, ...publication } = row
  return { ...publication, languages }
}

type Looking = Pick<Kysely<ArticleTables>, 'selectFrom'>

const theOne = prepared((db: Looking) => db.selectFrom('publication').selectAll())

const itsWords = prepared((db: Looking) =>
  db.selectFrom('publicationWords').select(['language', 'name', 'motto']).orderBy('position'),
)
