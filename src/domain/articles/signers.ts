import type { Language } from '../../kit/language.ts'
import type { Reading } from '../../store/index.ts'
import type { PersonId } from '../people/index.ts'
import type { ArticleTables } from './tables.ts'

/** Everybody who has signed, by number, with how their names are written where that differs by language. */
export async function signersOf(db: Reading): Promise<{ personId: PersonId; forms: Record<Language, string> }[]> {
  const signing = db.look<ArticleTables>().selectFrom('byline').select('personId').distinct().orderBy('personId')
  const forms = db
    .look<ArticleTables>()
    .selectFrom('bylineWords')
    .innerJoin('byline', 'byline.id', 'bylineWords.bylineId')
    .select(['byline.personId', 'bylineWords.language', 'bylineWords.name'])
    .orderBy('bylineWords.language')
    .orderBy('byline.id')
  const [people, named] = [await signing.execute(), await forms.execute()]
  const byPerson = Map.groupBy(named, ({ personId }) => personId)
  return people.map(({ personId }) => {
    const own = byPerson.get(personId) ?? []
    return { personId, forms: Object.fromEntries(own.map(({ language, name }) => [language, name])) }
  })
}
