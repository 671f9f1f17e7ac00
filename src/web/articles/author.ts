import { paths } from '../../addresses/paths.ts'
import { latestEditions, type ShownEdition } from '../../domain/articles/index.ts'
import type { PersonId } from '../../domain/people/index.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq, type Reading } from '../../store/index.ts'
import { id, textOrNone } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { authorPage } from './author-page.ts'
import { cursorFrom, spelled } from './edition-cursor.ts'
import { teasers } from './teasers.ts'

const ON_A_PAGE = 20
const TAKES = {
  params: { person: id<'person'>('person.missing') },
  query: {
    before: textOrNone.transform((sent) => {
      const cursor = cursorFrom(sent)
      return cursor && spelled(cursor)
    }),
  },
}

/** What somebody has signed in a language, newest first, a page at a time. */
export const show = shared(TAKES, async (ask, { person, before }) => {
  const frame = await ask.frame()
  const language = frame.language as Language
  const { shown, version } = await ask.store.read(async (db) => {
    const wanted = { signedBy: person, before: cursorFrom(before) }
    const editions = await latestEditions(db, language, wanted, ON_A_PAGE + 1)
    const onPage = editions.slice(0, ON_A_PAGE)
    const last = editions.length > ON_A_PAGE ? onPage.at(-1)!.edition : undefined
    const shown = {
      person,
      name: nameIn(onPage, person) ?? (await authorNamed(db, language, person)),
      articles: await teasers(db, onPage),
      older: last ? `${paths.author(language, person)}?before=${spelled(last)}` : null,
    }
    return { shown, version: await latestSeq(db) }
  })
  return { body: String(authorPage(frame, shown, await ask.say())), type: HTML, articleId: null, version }
})

/** How somebody signs in a language; throws where they have signed nothing that is published in it. */
export async function authorNamed(db: Reading, language: Language, person: PersonId): Promise<string> {
  const name = nameIn(await latestEditions(db, language, { signedBy: person }, 1), person)
  if (name === undefined) throw new Trouble('missing', 'page.missing')
  return name
}

function nameIn([first]: readonly ShownEdition[], person: PersonId): string | undefined {
  return first?.bylines.find(({ personId }) => personId === person)?.name
}
