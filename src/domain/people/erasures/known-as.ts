import type { Reading } from '../../../store/index.ts'
import { nameKey } from '../names/name-key.ts'
import type { PersonTables } from '../people.ts'
import type { PersonId } from '../person.ts'

interface Tables extends PersonTables {
  personAlias: { personId: PersonId; name: string }
  formerName: { personId: PersonId; name: string }
  personClaim: { placeholderId: PersonId; personId: PersonId }
}

/** Every number and every name under which a person is known: their own, and those of placeholders that they turned out to be. */
export interface KnownAs {
  ids: readonly PersonId[]
  names: readonly string[]
  /** Whether a name is one of theirs, however it is written. */
  isNamed(name: string): boolean
}

export async function knownAs(db: Reading, personId: PersonId): Promise<KnownAs> {
  const placeholders = await placeholdersOf(db, personId)
  const ids = [personId, ...placeholders]
  const look = db.look<Tables>()
  const people = await look.selectFrom('person').select('name').where('id', 'in', ids).execute()
  const aliases = await look.selectFrom('personAlias').select('name').where('personId', 'in', ids).execute()
  const former = await look.selectFrom('formerName').select('name').where('personId', 'in', ids).execute()
  const names = [...new Set([...people, ...aliases, ...former].map(({ name }) => name))]
  const keys = new Set(names.map(nameKey))
  return { ids, names, isNamed: (name) => keys.has(nameKey(name)) }
}

export async function placeholdersOf(db: Reading, personId: PersonId): Promise<PersonId[]> {
  const claims = db.look<Tables>().selectFrom('personClaim').select('placeholderId')
  return (await claims.where('personId', '=', personId).execute()).map(({ placeholderId }) => placeholderId)
}
