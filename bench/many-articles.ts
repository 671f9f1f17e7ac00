import {
  type ArticleTables,
  beginFeedIdentity,
  listAll,
  publicationChanged,
  savePublication,
  saveSection,
} from '../src/domain/articles/index.ts'
import { personNamed } from '../src/domain/people/index.ts'
import { SENTENCES } from '../src/exchange/generated/sentences.ts'
import type { Id } from '../src/kit/ids.ts'
import { type Language, languageFrom } from '../src/kit/language.ts'
import type { Store, Writing } from '../src/store/index.ts'
import { articleHtml } from '../src/text/article-html.ts'
import { plainArticle } from '../src/text/plain.ts'

const [EN, RU] = ['en', 'ru'].map((tag) => languageFrom(tag)!) as [Language, Language]
const AT_ONCE = 1_000
const HOUR_MS = 3_600_000
const BEGUN = Date.UTC(2014, 9, 15)
/** Of so many articles one is Russian, too; so many are not finished. */
const ONE_IN = 10
const DRAFTS = 40
/** What stands under the rarest section, tag and name: the oldest few. */
const RARE = 3
const SECTIONS = 8
const TAGS = 200
const AUTHORS = 300
const BODIES = 400

type Tables = ArticleTables
interface Names {
  sections: readonly number[]
  tags: readonly number[]
  authors: readonly number[]
}

/** Fills an empty publication with so many articles of twelve years; the last of its sections, tags and authors hold the oldest three alone. */
export async function fillWithArticles(store: Store, count: number): Promise<Names> {
  const { value } = await store.write(async (tx) => {
    const names = await namesIn(tx)
    const tables = ['article', 'edition', 'revision', 'byline', 'articleTag']
    await tx.inBulk(tables, async () => {
      for (let first = 1; first <= count; first += AT_ONCE)
        await fill(tx, first, Math.min(first + AT_ONCE - 1, count), count, names)
    })
    for (const table of ['article', 'edition', 'revision', 'byline']) await tx.afterImport(table)
    await listAll(tx)
    tx.note(publicationChanged, { at: Date.now() })
    return names
  })
  return value
}

async function namesIn(tx: Writing): Promise<Names> {
  await beginFeedIdentity(tx, 'urn:uuid:3f0c1d4e-7a52-4b6f-9c1e-5d2a8b7e6f10')
  const languages = [EN, RU].map((language) => ({ language, name: 'The Large Review', motto: '' }))
  const publication = { defaultLanguage: EN, zone: 'UTC', telegram: null, mail: null, demoSince: null, languages }
  await savePublication(tx, publication, BEGUN)
  const sections: number[] = []
  for (let at = 0; at < SECTIONS; at++) {
    const section = { slug: `section-${at}`, position: at, names: { [EN]: `Section ${at}` } }
    sections.push((await saveSection(tx, section, BEGUN)).id)
  }
  const authors: number[] = []
  for (let at = 0; at < AUTHORS; at++) authors.push((await personNamed(tx, `Author ${spelled(at)}`)).id)
  const tags = Array.from({ length: TAGS }, (_, at) => at + 1)
  await tx.fill<Tables, 'tag'>(
    'tag',
    tags.map((id) => ({ id: id as Id<'tag'>, slug: `tag-${id - 1}` })),
  )
  const named = tags.map((id) => ({ tagId: id as Id<'tag'>, language: EN, name: `Tag ${id - 1}` }))
  await tx.fill<Tables, 'tagWords'>('tagWords', named)
  await tx.afterImport('tag')
  return { sections, tags, authors }
}

/** @NOTE in letters, since names that differ by digits alone may look alike. */
function spelled(at: number): string {
  return [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
}

async function fill(tx: Writing, first: number, last: number, count: number, names: Names) {
  const ids = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const editions = ids.flatMap((id) => editionsOf(id, count))
  await tx.fill<Tables, 'article'>(
    'article',
    ids.map((id) => ({
      id: id as Id<'article'>,
      key: `large-${id}`,
      sectionId: among(names.sections, id, id) as Id<'section'>,
      pictureId: null,
      publishedAt: momentOf(id),
      createdAt: momentOf(id),
    })),
  )
  await tx.fill<Tables, 'edition'>('edition', editions)
  await tx.fill<Tables, 'revision'>(
    'revision',
    editions.map(({ id, language, savedAt }) => ({
      id: id as number as Id<'revision'>,
      editionId: id,
      number: 1,
      title: `What was said in case ${id} of the ${word(id)}`,
      standfirst: `About the ${word(id * 7)}, and about what nobody denies.`,
      pictureAlt: '',
      pictureCaption: '',
      ...bodyOf(language, id),
      at: savedAt,
      byId: null,
      aside: 0 as const,
    })),
  )
  await tx.fill<Tables, 'byline'>(
    'byline',
    ids.map((id) => ({
      id: id as Id<'byline'>,
      articleId: id as Id<'article'>,
      editionId: null,
      position: 0,
      personId: among(names.authors, id, skewed(id, AUTHORS)) as Id<'person'>,
      role: 'author' as const,
    })),
  )
  await tx.fill<Tables, 'articleTag'>(
    'articleTag',
    ids.flatMap((id) => taggedAs(id, names.tags)),
  )
}

function editionsOf(id: number, count: number) {
  const languages = id % ONE_IN === 0 ? [EN, RU] : [EN]
  const isFinished = id <= count - DRAFTS
  return languages.map((language) => {
    const edition = id * 2 + (language === RU ? 1 : 0)
    const publishedAt = isFinished ? momentOf(id) : null
    return {
      id: edition as Id<'edition'>,
      articleId: id as Id<'article'>,
      language,
      slug: `case-${id}`,
      state: isFinished ? ('published' as const) : ('draft' as const),
      revisionId: edition as Id<'revision'>,
      latestId: edition as Id<'revision'>,
      savedAt: momentOf(id),
      publishedAt,
      takenOffAt: null,
      embargoUntil: null,
      changedAt: null,
      feedPath: isFinished ? `/${language}/case-${id}` : null,
      unreviewed: 0 as const,
    }
  })
}

function taggedAs(id: number, tags: readonly number[]) {
  const some = new Set([0, 1, 2].map((turn) => among(tags, id, skewed(id * 3 + turn, TAGS))))
  return [...some].map((tagId, position) => ({
    articleId: id as Id<'article'>,
    tagId: tagId as Id<'tag'>,
    position,
  }))
}

/** The last is kept for the oldest few. */
function among(all: readonly number[], id: number, chosen: number): number {
  return id <= RARE ? all.at(-1)! : all[chosen % (all.length - 1)]!
}

/** Half of all fall on a tenth. */
function skewed(seed: number, size: number): number {
  const mixed = (seed * 2_654_435_761) % 4_294_967_296
  return Math.floor((mixed / 4_294_967_296) ** 3 * size)
}

function momentOf(id: number): number {
  return BEGUN + id * HOUR_MS
}

const WORDS = SENTENCES[0]![1].join(' ').match(/\p{L}{4,}/gu)!

function word(at: number): string {
  return WORDS[at % WORDS.length]!
}

const bodies = new Map<string, { words: string; html: string; plain: string }>()

/** Some hundred texts, each made once; one in a thousand speaks of a lighthouse. */
function bodyOf(language: Language, id: number) {
  const rare = id % 1_000 === 0 ? '\n\nThe lighthouse is dark.' : ''
  const name = `${language} ${id % BODIES} ${rare}`
  const known = bodies.get(name)
  if (known) return known
  const sentences = SENTENCES.find(([of]) => of === language)?.[1] ?? SENTENCES[0]![1]
  const paragraph = (at: number) =>
    [0, 1, 2].map((turn) => sentences[(id + at * 5 + turn) % sentences.length]).join(' ')
  const words = `${[0, 1, 2].map(paragraph).join('\n\n')}${rare}`
  const made = { words, html: articleHtml(words), plain: plainArticle(words) }
  bodies.set(name, made)
  return made
}
