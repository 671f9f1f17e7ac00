import { mutedBy, type Person, type PersonId } from '../../domain/people/index.ts'
import type { Reading } from '../../store/index.ts'

/** Whom the one who asks has muted; nobody where a stranger asks. Who asks is looked up before a `Reading` is opened. */
export async function mutedFor(asker: Person | undefined, db: Reading): Promise<ReadonlySet<PersonId>> {
  return new Set(asker && (await mutedBy(db, asker.id)).map(({ id }) => id))
}
