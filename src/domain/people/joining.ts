import { Trouble } from '../../kit/trouble.ts'
import type { Writing } from '../../store/index.ts'
import { nameFrom } from './names/name.ts'
import { nameKey } from './names/name-key.ts'
import { addWhereFree, byAccount } from './people.ts'
import type { Person } from './person.ts'

export interface Joining {
  accountId: string
  name: string
  at: number
}

/**
 * Makes an account a person with a name of their own; an account that has one keeps it. Throws when the name is taken.
 * @NOTE this is not noted in the journal: no page shows somebody who has said nothing.
 */
export async function join(tx: Writing, { accountId, name, at }: Joining): Promise<Person> {
  const chosen = nameFrom(name)
  const before = await byAccount(tx, accountId)
  if (before) return before
  const person = await addWhereFree(tx, { accountId, name: chosen, nameKey: nameKey(chosen), createdAt: at })
  if (!person) throw new Trouble('conflict', 'name.taken')
  return person
}
