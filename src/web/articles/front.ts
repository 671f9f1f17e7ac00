import { paths } from '../../addresses/paths.ts'
import { type ArticleId, frontPlaces, latestEditions, type ShownEdition } from '../../domain/articles/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Reading } from '../../store/index.ts'
import { latestSeq } from '../../store/index.ts'
import type { Frame } from '../html/frame.ts'
import type { Html } from '../html/template.ts'
import { seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { taking } from '../http/taking.ts'
import { type Front, frontPage } from './front-page.ts'
import type { Teaser } from './teaser.ts'
import { teasers } from './teasers.ts'

const IN_EACH_SECTION = 4
const LATEST = 24

/** Leads to the front page in the reader's language, or else the publication's. */
export const choose = taking({}, async (ask) => {
  return seeOther(paths.front(await ask.language()), { vary: 'Accept-Language' }, 302)
})

export const show = shared({}, async (ask) => {
  const frame = await ask.frame()
  const { front, version } = await ask.store.read(async (db) => {
    return { front: await frontOf(db, frame), version: await latestSeq(db) }
  })
  return { body: String(frontPage(frame, front, await ask.say())), type: HTML, articleId: null, version }
})

/** The front page in another frame, such as that of a preview. */
export async function frontHtml(ask: Ask, frame: Frame, placed?: readonly ArticleId[]): Promise<Html> {
  return frontPage(frame, await ask.store.read((db) => frontOf(db, frame, placed)), await ask.say())
}

async function frontOf(db: Reading, frame: Frame, placed?: readonly ArticleId[]): Promise<Front> {
  const language = frame.language as Language
  const told = await teasers(db, await inTheirPlaces(db, language, placed ?? (await frontPlaces(db))))
  const [lead, ...rest] = told.map((teaser) => ({ ...teaser, section: sectionIn(frame, teaser.section) }))
  const sections = frame.sections.map(({ slug, name }) => {
    const articles = rest.filter(({ section }) => section?.slug === slug).slice(0, IN_EACH_SECTION)
    return { slug, name, articles }
  })
  const others = rest.filter(({ section }) => section === null)
  return { lead: lead ?? null, sections: sections.filter(({ articles }) => articles.length > 0), others }
}

/** @NOTE a preview's frame names sections otherwise than they are named. */
function sectionIn({ sections }: Frame, section: Teaser['section']): Teaser['section'] {
  return section && (sections.find(({ slug }) => slug === section.slug) ?? section)
}

/** What somebody has put in its place, then the latest. */
async function inTheirPlaces(db: Reading, language: Language, placed: readonly ArticleId[]): Promise<ShownEdition[]> {
  const latest = await latestEditions(db, language, {}, LATEST)
  if (placed.length === 0) return latest
  const found = await latestEditions(db, language, { articles: placed }, placed.length)
  const first = placed.flatMap((id) => found.find(({ article }) => article.id === id) ?? [])
  return [...first, ...latest.filter(({ article }) => !placed.includes(article.id))].slice(0, LATEST)
}
