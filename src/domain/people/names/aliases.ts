import type { Generated } from 'kysely'
import type { Writing } from '../../../store/index.ts'
import type { PersonId } from '../person.ts'
import { nameFrom } from './name.ts'
import { nameKey } from './name-key.ts'

interface AliasTables {
  personAlias: { id: Generated<number>; personId: PersonId; name: string; nameKey: string }
}

/** Records another name under which somebody's words are known. */
export function addAlias(tx: Writing, personId: PersonId, text: string) {
  const name = nameFrom(text)
  const insert = tx
    .change<AliasTables>()
    .insertInto('personAlias')
    .values({ personId, name, nameKey: nameKey(name) })
  return insert.onConflict((c) => c.columns(['personId', 'nameKey']).doNothing()).execute()
}
