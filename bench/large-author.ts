import type { Person } from '../src/domain/people/index.ts'
import type { Parley } from '../src/parley.ts'
import type { AnyTables, Store } from '../src/store/index.ts'
import type { Stock, Stocked } from './stock.ts'

const COMMENTS = 100_000
const NAME = 'Writer 1 of the bench'

/** The discussion that one person is made the author of. */
export function largeDiscussion({ natural }: Stock): Stocked {
  return natural.find(({ comments }) => comments === COMMENTS)!
}

/** Whoever is signed in by the first cookies, while they are there. */
export function authorIn(store: Store): Promise<Person | undefined> {
  const people = store.look<{ person: Person }>().selectFrom('person').selectAll()
  return people.where('name', '=', NAME).executeTakeFirst()
}

/** Makes them the author of a whole discussion. */
export function givesAll({ id }: Stocked): (parley: Parley) => Promise<void> {
  return async ({ store }) => {
    const author = (await authorIn(store))!
    await store.write(async (tx) => {
      const comments = tx.change<AnyTables>().updateTable('comment').set({ authorId: author.id })
      await comments.where('articleId', '=', id).execute()
    })
  }
}
