import type { Reading, Writing } from '../../store/index.ts'
import type { PersonId } from './person.ts'

export const COLOURS = ['system', 'light', 'dark'] as const
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const

/** How somebody wants to read: in which colours, how large, and in which languages. */
export interface Preferences {
  colours: (typeof COLOURS)[number]
  size: (typeof TEXT_SIZES)[number]
  /** Language tags; none where it does not matter. */
  languages: readonly string[]
}

interface Tables {
  preference: {
    personId: PersonId
    colours: Preferences['colours']
    size: Preferences['size']
    languages: string
    at: number
  }
}

const BETWEEN = '.'

export async function preferencesOf(db: Reading, personId: PersonId): Promise<Preferences | undefined> {
  const preferences = db.look<Tables>().selectFrom('preference').select(['colours', 'size', 'languages'])
  const row = await preferences.where('personId', '=', personId).executeTakeFirst()
  return row && { ...row, languages: row.languages.split(BETWEEN).filter(Boolean) }
}

export function prefer(tx: Writing, personId: PersonId, { languages, ...look }: Preferences, at: number) {
  const row = { ...look, languages: languages.join(BETWEEN), at }
  const insert = tx
    .change<Tables>()
    .insertInto('preference')
    .values({ personId, ...row })
  return insert.onConflict((c) => c.column('personId').doUpdateSet(row)).execute()
}
