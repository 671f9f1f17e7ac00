import { paths } from '../../../addresses/paths.ts'
import type { Reading } from '../../../store/index.ts'
import type { Whose } from '../../people/index.ts'
import { portraitName, portraitOf } from './portraits.ts'

const FILE = 'picture.webp'

/** A person's picture. */
export async function portraitFile(db: Reading, { person }: Whose) {
  const portrait = await portraitOf(db, person.id)
  return portrait ? [{ name: FILE, kept: portraitName(portrait.hash) }] : []
}

/** Where it stands. */
export async function aboutPortrait(db: Reading, { person, origin }: Whose): Promise<object> {
  const portrait = await portraitOf(db, person.id)
  return portrait ? { picture: FILE, pictureAddress: origin + paths.media(portraitName(portrait.hash)) } : {}
}
