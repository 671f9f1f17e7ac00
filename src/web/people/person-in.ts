import { type Person, personById } from '../../domain/people/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading } from '../../store/index.ts'
import type { Ask } from '../http/ask.ts'

/** The person whom an address names. */
export async function personIn(ask: Ask, db: Reading): Promise<Person> {
  const id = idFrom<'person'>(ask.param('person'))
  const person = id && (await personById(db, id))
  if (!person) throw new Trouble('missing', 'person.missing')
  return person
}
