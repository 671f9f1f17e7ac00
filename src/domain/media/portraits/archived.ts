import { paths } from '../../../addresses/paths.ts'
import type { Reading } from '../../../store/index.ts'
import type { Whose } from '../../people/index.ts'
import { portraitName, portraitOf } from './portraits.ts'

/** Where a person's picture stands. */
export async function aboutPortrait(db: Reading, { person, origin }: Whose): Promise<object> {
  const portrait = await portraitOf(db, person.id)
  return portrait ? { picture: origin + paths.media(portraitName(portrait.hash)) } : {}
}
