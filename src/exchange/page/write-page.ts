import {
  type ArticleId,
  type EditionId,
  editionAt,
  importDone,
  saveArticle,
  saveBylines,
  saveEdition,
  slugFor,
} from '../../domain/articles/index.ts'
import { editionChanged } from '../../domain/discussion/index.ts'
import { addAlias, type Person, placeholderNamed } from '../../domain/people/index.ts'
import { type Language, languageFrom } from '../../kit/language.ts'
import { Refusal } from '../../kit/refusal.ts'
import { sentencesIn } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { atLine } from '../kit/lines.ts'
import type { CapturedPage } from './captured-page.ts'
import { type People, pageNameKey } from './names.ts'
import { welcome } from './welcome.ts'
import { writeEntries } from './write-entries.ts'

/** Writes a captured page as one article with its discussion; notes one entry for it. */
export async function writePage(tx: Writing, page: CapturedPage, key: string, at: number): Promise<ArticleId> {
  const language = languageOf(page)
  await welcome(tx, page, language, at)
  const publishedAt = firstMomentOf(page) ?? at
  const { id: articleId } = await saveArticle(tx, { key, sectionId: null, pictureId: null, publishedAt }, at)
  const editionId = await writeEdition(tx, page, { articleId, language, publishedAt }, at)
  const people = await writePeople(tx, page)
  await writeBylines(tx, page, articleId, people, at)
  await writeEntries(tx, page, { articleId, editionId, language, people })
  for (const { name, of } of page.aliases) await addAlias(tx, people.get(pageNameKey(of))!.id, name)
  tx.note(importDone, { about: articleId, articleId, at })
  return articleId
}

function languageOf(page: CapturedPage): Language {
  const language = languageFrom(page.language)
  if (!language) throw new Refusal(`"${page.language}" is no language tag; it should be one such as "en".`)
  return language
}

/** Such a page does not say when it was published; it stood there at the latest when the first comment came. */
function firstMomentOf({ entries }: CapturedPage): number | undefined {
  const moments = entries.flatMap(({ postedAt }) => postedAt ?? [])
  return moments.reduce<number | undefined>((first, moment) => Math.min(first ?? moment, moment), undefined)
}

interface Placing {
  articleId: ArticleId
  language: Language
  publishedAt: number
}

async function writeEdition(tx: Writing, { article }: CapturedPage, placing: Placing, at: number): Promise<EditionId> {
  const draft = {
    ...placing,
    slug: await freeSlug(tx, placing.language, slugFor(article.title)),
    title: article.title,
    standfirst: article.standfirst ?? '',
    pictureAlt: '',
    pictureCaption: article.caption ?? '',
    words: article.words,
  }
  return (await saveEdition(tx, draft, at, editionChanged)).id
}

async function freeSlug(db: Reading, language: Language, slug: string): Promise<string> {
  for (let number = 1; ; number++) {
    const free = number === 1 ? slug : `${slug}-${number}`
    if (!(await editionAt(db, language, free))) return free
  }
}

async function writePeople(tx: Writing, { article, entries }: CapturedPage): Promise<People> {
  const people = new Map<string, Person>()
  const named = [
    ...article.bylines.map(({ name }) => ({ name, line: undefined })),
    ...entries.map(({ author, line }) => ({ name: author, line })),
  ]
  for (const { name, line } of named) {
    if (name !== null && !people.has(pageNameKey(name))) people.set(pageNameKey(name), await personAt(tx, name, line))
  }
  return people
}

async function personAt(tx: Writing, name: string, line: number | undefined): Promise<Person> {
  try {
    return await placeholderNamed(tx, name)
  } catch (error) {
    if (!(error instanceof Trouble) || line === undefined) throw error
    throw atLine(line, `"${name}" can be nobody's name here: ${sentencesIn('en')(error.key, error.args)}`)
  }
}

function writeBylines(tx: Writing, { article }: CapturedPage, articleId: ArticleId, people: People, at: number) {
  const bylines = article.bylines.map(({ name, role }) => {
    return { editionId: null, personId: people.get(pageNameKey(name))!.id, role, names: {} }
  })
  return saveBylines(tx, articleId, bylines, at)
}
