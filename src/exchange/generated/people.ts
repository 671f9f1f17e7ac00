import { nameKey, type PersonId, type PersonTables } from '../../domain/people/index.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { NAMES } from './sentences.ts'
import { FIRST_AT } from './tree.ts'

/** One who speaks in a generated discussion. */
export interface Speaker {
  id: PersonId
  name: string
}

const AT_ONCE = 500

/** So many placeholders with names in several scripts; those that are there already are taken again. */
export async function speakers(tx: Writing, count: number): Promise<Speaker[]> {
  const all: Speaker[] = []
  for (let first = 0; first < count; first += AT_ONCE) {
    const names = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => nameOf(first + index))
    all.push(...(await named(tx, names)))
  }
  return all
}

function nameOf(index: number): string {
  return `${NAMES[index % NAMES.length]} ${Math.floor(index / NAMES.length) + 1}`
}

async function named(tx: Writing, names: readonly string[]): Promise<Speaker[]> {
  const keys = names.map(nameKey)
  const known = new Set((await byKeys(tx, keys)).map(({ nameKey }) => nameKey))
  const rows = names.map((name, index) => ({ name, nameKey: keys[index]!, ...PLACEHOLDER }))
  await tx.fill<PersonTables, 'person'>(
    'person',
    rows.filter((row) => !known.has(row.nameKey)),
  )
  const people = new Map((await byKeys(tx, keys)).map((person) => [person.nameKey, person]))
  return keys.map((key) => people.get(key)!)
}

const PLACEHOLDER = { accountId: null, createdAt: FIRST_AT } as const

function byKeys(db: Reading, keys: readonly string[]) {
  const people = db.look<PersonTables>().selectFrom('person').select(['id', 'name', 'nameKey'])
  return people.where('nameKey', 'in', keys).execute()
}
