import { Trouble } from '../../kit/trouble.ts'
import type { Writing } from '../../store/index.ts'
import { roleGranted } from './events.ts'
import { byId, countAdministrators, setRole } from './people.ts'
import type { Person, PersonId, Role } from './person.ts'

/** Gives a person a role. Throws for a placeholder, and for the last administrator, who would leave nobody to undo it. */
export async function grantRole(tx: Writing, id: PersonId, role: Role, at: number): Promise<Person> {
  const person = await byId(tx, id)
  if (!person) throw new Trouble('missing', 'person.missing')
  if (person.accountId === null) throw new Trouble('conflict', 'person.placeholder')
  if (person.role === role) return person
  if (person.role === 'admin' && (await countAdministrators(tx)) === 1)
    throw new Trouble('conflict', 'role.last-administrator')
  tx.note(roleGranted, { about: id, at })
  return setRole(tx, id, role)
}
