import type { Reading } from '../../store/index.ts'
import { slugFor } from '../articles/index.ts'
import type { PersonId } from '../people/index.ts'
import type { SourceTables } from './tables.ts'

/** Who keeps something at the desk, and when. */
export interface Keeping {
  byId: PersonId
  at: number
}

/** Under which changes of outlets and parties come one after the other. */
export const KEEPING = 'outlets and parties'

/** The first name by which addresses know nothing yet. */
export async function freeKey(db: Reading, table: 'outlet' | 'party', name: string): Promise<string> {
  const first = slugFor(name)
  for (let number = 1; ; number++) {
    const key = number === 1 ? first : `${first}-${number}`
    const taken = db.look<SourceTables>().selectFrom(table).select('key').where('key', '=', key)
    if (!(await taken.executeTakeFirst())) return key
  }
}
