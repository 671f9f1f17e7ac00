import { articleByKey } from '../src/domain/articles/index.ts'
import { openDatabase, Store } from '../src/store/index.ts'
import type { Served } from './server.ts'
import type { Stocked } from './stock.ts'

/** The number of a generated article. */
export async function articleIdOf({ database }: Pick<Served, 'database'>, { path }: Stocked): Promise<number> {
  const opened = await openDatabase(database)
  const article = await articleByKey(new Store(opened), path.replace('/en/', ''))
  await opened.close()
  return article!.id
}
