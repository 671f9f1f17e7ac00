import { mailAddressFrom, type Person, personByMail } from '../domain/people/index.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Parley } from '../parley.ts'

/** The person who signs in with an address; throws a Refusal that says what to do when nobody does. */
export async function personWith({ store }: Pick<Parley, 'store'>, mail: string): Promise<Person> {
  const person = await personByMail(store, mailAddressFrom(mail))
  if (person) return person
  throw new Refusal(
    `Nobody signs in here with ${mail}. Let them sign up on the site first; "npx parley person list" shows who has.`,
  )
}
