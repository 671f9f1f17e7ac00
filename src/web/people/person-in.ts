import { type Person, type PersonId, personById } from '../../domain/people/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading } from '../../store/index.ts'
import { id } from '../http/shapes.ts'

/** The part of an address that names a person. */
export const PERSON = { person: id<'person'>('person.missing') }

/** The person of this number; throws where there is none. */
export async function personIn(db: Reading, id: PersonId): Promise<Person> {
  const person = await personById(db, id)
  if (!person) throw new Trouble('missing', 'person.missing')
  return person
}
