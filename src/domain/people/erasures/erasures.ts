import type { Reading, Store, Writing } from '../../../store/index.ts'
import type { PersonTables } from '../people.ts'
import type { PersonId } from '../person.ts'
import type { Erase, Erasure } from './erasure.ts'
import { notedErasures } from './erasure-list.ts'

interface ErasedTables {
  erased: { personId: PersonId; at: number }
}

type Tables = PersonTables & ErasedTables

/** So many are looked for in one question. */
const AT_ONCE = 200

/** Says in the last transaction of an erasure that it is done. */
export async function markErased(tx: Writing, { personId, at }: Pick<Erasure, 'personId' | 'at'>): Promise<void> {
  const insert = tx.change<ErasedTables>().insertInto('erased').values({ personId, at })
  await insert.onConflict((c) => c.doNothing()).execute()
}

/** Carries out what the list tells and the database does not know, as after a restore; answers how many there were. */
export async function reapplyErasures(store: Store, list: string, erase: Erase): Promise<number> {
  const undone = await undoneOf(store, list)
  for (const erasure of undone) await erase(store, erasure)
  return undone.length
}

/** Erasures on the list whose person is there as if nothing had been. */
export async function undoneOf(db: Reading, list: string): Promise<Erasure[]> {
  const noted = await notedErasures(list)
  const undone: Erasure[] = []
  for (let at = 0; at < noted.length; at += AT_ONCE) {
    const some = noted.slice(at, at + AT_ONCE)
    const there = await unerased(
      db,
      some.map(({ personId }) => personId),
    )
    undone.push(
      ...some.filter(({ personId, joinedAt }) =>
        there.some((one) => one.id === personId && one.createdAt === joinedAt),
      ),
    )
  }
  return lastOfEach(undone)
}

function unerased(db: Reading, ids: readonly PersonId[]) {
  const people = db.look<Tables>().selectFrom('person').select(['person.id', 'person.createdAt'])
  return people
    .leftJoin('erased', 'erased.personId', 'person.id')
    .where('person.id', 'in', ids)
    .where('erased.personId', 'is', null)
    .execute()
}

/** Who was noted twice, as when a crash came between, is erased as they wished last. */
function lastOfEach(erasures: readonly Erasure[]): Erasure[] {
  return [...new Map(erasures.map((erasure) => [erasure.personId, erasure])).values()]
}
