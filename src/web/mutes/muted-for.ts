import { mutedBy, type PersonId } from '../../domain/people/index.ts'
import type { Reading } from '../../store/index.ts'
import type { Ask } from '../http/ask.ts'

/** Whom the one who asks has muted; nobody where a stranger asks. */
export async function mutedFor(ask: Ask, db: Reading): Promise<ReadonlySet<PersonId>> {
  const asker = await ask.asker()
  return new Set(asker && (await mutedBy(db, asker.id)).map(({ id }) => id))
}
