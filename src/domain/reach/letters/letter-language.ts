import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { publicationOf } from '../../articles/index.ts'
import { type PersonId, preferencesOf } from '../../people/index.ts'
import type { ReachTables } from '../tables.ts'

/** The language in which somebody is written to: the one of their mails, or one that they read, or else the publication's own. */
export async function letterLanguage(db: Reading, personId: PersonId): Promise<Language> {
  const { languages, defaultLanguage } = await publicationOf(db)
  const wishes = db.look<ReachTables>().selectFrom('mailWish').select('language').where('personId', '=', personId)
  const wished = (await wishes.executeTakeFirst())?.language
  const read = (await preferencesOf(db, personId))?.languages ?? []
  const offered = languages.map(({ language }) => language)
  return [wished, ...read].map((one) => offered.find((known) => known === one)).find(Boolean) ?? defaultLanguage
}
