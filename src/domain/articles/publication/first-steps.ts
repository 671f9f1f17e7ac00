import type { Reading } from '../../../store/index.ts'
import type { ArticleTables } from '../tables.ts'
import { named } from './publications.ts'

/** What a publication is, as long as nobody has published anything of its own in it. */
export interface FirstSteps {
  isDemo: boolean
  /** Whether it has been named. */
  isNamed: boolean
}

/** What stands before the first article of one's own; undefined where there is one. */
export async function firstSteps(db: Reading): Promise<FirstSteps | undefined> {
  const publication = await named(db)
  const isDemo = publication?.demoSince != null
  const published = db
    .look<ArticleTables>()
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select('edition.id')
    .where('edition.state', '=', 'published')
    .$if(isDemo, (q) => q.where('revision.byId', 'is not', null))
  if (await published.limit(1).executeTakeFirst()) return
  return { isDemo, isNamed: publication !== undefined && !isDemo }
}
