import { paths } from '../../addresses/paths.ts'
import { type List, languagesWith, latestEditions, type ShownEdition } from '../../domain/articles/index.ts'
import type { PersonId } from '../../domain/people/index.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq, type Reading } from '../../store/index.ts'
import { id } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { BEFORE, partOfList } from './article-list.ts'
import { articleListPage } from './article-list-page.ts'

const TAKES = { params: { person: id<'person'>('person.missing') }, query: BEFORE }

/** What somebody has signed in a language, newest first, a page at a time. */
export const show = shared(TAKES, async (ask, { person, before }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const language = frame.language as Language
  const offered = frame.publication.languages.map((one) => one.language as Language)
  const path = paths.author(language, person)
  const { name, languages, list, version } = await ask.store.read(async (db) => {
    const signed: List = { of: 'signer', id: person }
    const list = await partOfList(db, language, signed, { path, before })
    return {
      list,
      name: nameIn(list.editions, person) ?? (await authorNamed(db, language, person)),
      languages: await languagesWith(db, offered, signed),
      version: await latestSeq(db),
    }
  })
  const alternates = languages.map((to) => ({ language: to, path: paths.author(to, person) }))
  const body = articleListPage(frame, { ...list, name, path, alternates, empty: say('section.empty') }, say)
  return { body: String(body), type: HTML, articleId: null, version }
})

/** How somebody signs in a language; throws where they have signed nothing that is published in it. */
export async function authorNamed(db: Reading, language: Language, person: PersonId): Promise<string> {
  const name = nameIn(await latestEditions(db, language, { list: { of: 'signer', id: person } }, 1), person)
  if (name === undefined) throw new Trouble('missing', 'page.missing')
  return name
}

function nameIn([first]: readonly ShownEdition[], person: PersonId): string | undefined {
  return first?.bylines.find(({ personId }) => personId === person)?.name
}
