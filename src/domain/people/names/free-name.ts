import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import { withKeys } from '../people.ts'
import type { PersonId } from '../person.ts'
import { staffListed } from '../roles/grants.ts'
import { isHeld } from './former-names.ts'
import { nameFrom } from './name.ts'
import { likelyKeys, lookKeys, nameKey } from './name-key.ts'
import { bareKey, isReserved } from './reserved.ts'

const MOST_STAFF = 1_000

export interface WishedName {
  name: string
  /** Who wishes for it; 0 for somebody who is not here yet. */
  personId?: PersonId | 0
  /** Whether they work for the publication, and may say so. */
  isStaff?: boolean
  /** What the publication is called. */
  publicationNames?: readonly string[]
  at: number
}

/** The name with its key; throws Trouble where it is none, is somebody's or is held for them, or would pass its bearer off as staff. */
export async function freeName(db: Reading, wish: WishedName): Promise<{ name: string; nameKey: string }> {
  const { personId = 0, isStaff = false, publicationNames = [], at } = wish
  const name = nameFrom(wish.name)
  const key = nameKey(name)
  if (await looksLikeAnother(db, name, personId)) throw new Trouble('conflict', 'name.taken')
  for (const look of lookKeys(name))
    if (await isHeld(db, look, personId, at)) throw new Trouble('conflict', 'name.held')
  if (!isStaff && (isReserved(name, publicationNames) || (await isLikeStaff(db, name))))
    throw new Trouble('conflict', 'name.reserved')
  return { name, nameKey: key }
}

async function looksLikeAnother(db: Reading, name: string, personId: PersonId | 0): Promise<boolean> {
  const looks = new Set(lookKeys(name))
  const likely = (await withKeys(db, likelyKeys(name))).filter(({ id }) => id !== personId)
  return likely.some((one) => looks.has(one.nameKey) || lookKeys(one.name).some((look) => looks.has(look)))
}

/** Whether the letters of a name are those of somebody who works here, whatever stands between them. */
async function isLikeStaff(db: Reading, name: string): Promise<boolean> {
  const bare = bareKey(name)
  return (await staffListed(db, 0, MOST_STAFF)).some((one) => bareKey(one.name) === bare)
}
