import { Trouble } from '../../kit/trouble.ts'
import type { Writing } from '../../store/index.ts'
import { freeName, type WishedName } from './names/free-name.ts'
import { nameFrom } from './names/name.ts'
import { addWhereFree, byAccount } from './people.ts'
import type { Person } from './person.ts'

export interface Joining extends Omit<WishedName, 'personId'> {
  accountId: string
}

/**
 * Makes an account a person with a name of their own; an account that has one keeps it. Throws when the name cannot be had.
 * @NOTE this is not noted in the journal: no page shows somebody who has said nothing.
 */
export async function join(tx: Writing, { accountId, ...wish }: Joining): Promise<Person> {
  nameFrom(wish.name)
  const before = await byAccount(tx, accountId)
  if (before) return before
  await tx.inTurn('names')
  const person = await addWhereFree(tx, { accountId, ...(await freeName(tx, wish)), createdAt: wish.at })
  if (!person) throw new Trouble('conflict', 'name.taken')
  return person
}
