import type { Writing } from '../../../store/index.ts'
import { add, byNameKey } from '../people.ts'
import type { Person } from '../person.ts'
import { nameFrom } from './name.ts'
import { nameKey } from './name-key.ts'

/** The person who bears a name, or a new placeholder for one who has never been here. Throws for what is no name. */
export async function personNamed(tx: Writing, text: string): Promise<Person> {
  const name = nameFrom(text)
  const key = nameKey(name)
  const known = await byNameKey(tx, key)
  return known ?? add(tx, { accountId: null, name, nameKey: key, createdAt: null })
}

/** @NOTE no name holds a line break, so these keys can belong to nobody who signs up. */
const NAMESAKE = '\n'

/** The placeholder of exactly this name, or a new one beside all namesakes: what others wrote is never given to an account. */
export async function placeholderNamed(tx: Writing, text: string): Promise<Person> {
  const name = nameFrom(text)
  const key = nameKey(name)
  for (let number = 1; ; number++) {
    const free = number === 1 ? key : `${key}${NAMESAKE}${number}`
    const known = await byNameKey(tx, free)
    if (!known) return add(tx, { accountId: null, name, nameKey: free, createdAt: null })
    if (known.accountId === null && folded(known.name) === folded(name)) return known
  }
}

function folded(name: string) {
  return name.normalize('NFKC').toLowerCase()
}
