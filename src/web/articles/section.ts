import { paths } from '../../addresses/paths.ts'
import { type EditionCursor, languagesIn, latestEditions, sections } from '../../domain/articles/index.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq, type Reading } from '../../store/index.ts'
import type { Frame } from '../html/frame.ts'
import { text, textOrNone } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { cursorFrom, spelled } from './edition-cursor.ts'
import { type SectionShown, sectionPage } from './section-page.ts'
import { teasers } from './teasers.ts'

const ON_A_PAGE = 20

const TAKES = {
  params: { section: text },
  query: {
    before: textOrNone.transform((sent) => {
      const cursor = cursorFrom(sent)
      return cursor && spelled(cursor)
    }),
  },
}

/** What a section has published, newest first, a page at a time. */
export const show = shared(TAKES, async (ask, { section, before }) => {
  const frame = await ask.frame()
  const { shown, version } = await ask.store.read(async (db) => {
    return {
      shown: await sectionOf(db, frame, section, cursorFrom(before)),
      version: await latestSeq(db),
    }
  })
  return { body: String(sectionPage(frame, shown, await ask.say())), type: HTML, articleId: null, version }
})

async function sectionOf(db: Reading, frame: Frame, slug: string, before?: EditionCursor): Promise<SectionShown> {
  const language = frame.language as Language
  const section = await sectionNamed(db, language, slug)
  const editions = await latestEditions(db, language, { sectionId: section.id, before }, ON_A_PAGE + 1)
  const onPage = editions.slice(0, ON_A_PAGE)
  const last = editions.length > ON_A_PAGE ? onPage.at(-1)!.edition : undefined
  return {
    section,
    languages: await languagesIn(db, section.id),
    articles: await teasers(db, onPage),
    older: last ? `${paths.section(language, slug)}?before=${spelled(last)}` : null,
  }
}

export async function sectionNamed(db: Reading, language: Language, slug: string) {
  const section = (await sections(db, language)).find((one) => one.slug === slug)
  if (!section) throw new Trouble('missing', 'page.missing')
  return section
}
