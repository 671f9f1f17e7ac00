import { paths } from '../../addresses/paths.ts'
import { type ArticleId, articleById } from '../../domain/articles/index.ts'
import { handleCases } from '../../domain/moderation/index.ts'
import { byNameKey, nameKey, profileOf, type SignInContext } from '../../domain/people/index.ts'
import {
  AMONG,
  type ArticleQuestion,
  type Found,
  type FoundArticle as FoundEdition,
  type Question,
  type Search,
  wantedFrom,
} from '../../domain/search/index.ts'
import { idFrom } from '../../kit/ids.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { dayIn } from '../../kit/zone.ts'
import type { Reading } from '../../store/index.ts'
import { markedExcerpt } from '../../text/marked-excerpt.ts'
import { editionFor } from '../comments/index.ts'
import type { Frame } from '../html/frame.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { idOrNone, text, textOrNone } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { mutedFor } from '../mutes/index.ts'
import {
  type ArticlesFound,
  type FoundArticle,
  type FoundComment,
  type SearchShown,
  searchPage,
  type Typed,
} from './search-page.ts'

const ON_A_PAGE = 20
const ARTICLES_ON_A_PAGE = 10
/** So many articles stand above the comments. */
const ARTICLES_ABOVE = 3
const EXCERPT = 280
const MOST_DECIDED = 300

const line = text.transform((typed) => typed.trim())
const ASKED = { words: line, person: line, from: line, to: line, article: line }
const KINDS = ['articles', 'comments'] as const
const ORDERS = ['best', 'newest'] as const
const PART = {
  what: textOrNone.transform((sent) => KINDS.find((kind) => kind === sent)),
  order: textOrNone.transform((sent) => ORDERS.find((order) => order === sent) ?? ORDERS[0]!),
  before: idOrNone<'comment'>(),
  after: text,
}

export interface Given {
  search: Search
  signInContext: Pick<SignInContext, 'limits'>
}

/** The form, and beneath it what it found; what was typed stays in it whatever was wrong. */
export const show = taking(
  { query: { ...ASKED, ...PART } },
  async (ask, { what, order, before, after, ...typed }, given: Given) => {
    const frame = await ask.frame()
    const shown = await answerTo(ask, given, frame, typed, { what, order, before, after })
    return page(searchPage(frame, { ...shown, error: null }, await ask.say()))
  },
  async (ask, { words, person, from, to }, _, { sentence: error, status }) => {
    const typed = { words, person, from, to, article: null }
    const shown = { typed, articles: null, comments: null, older: null, deciding: null, error }
    return page(searchPage(await ask.frame(), shown, await ask.say()), status)
  },
)

type Article = { id: ArticleId } & NonNullable<Typed['article']>
type Asked = Omit<Typed, 'article'> & { article: string }

async function answerTo(
  ask: Ask,
  { search, signInContext }: Given,
  frame: Frame,
  asked: Asked,
  part: SearchedPart,
): Promise<Omit<SearchShown, 'error'>> {
  const { store: db } = ask
  const article = await articleAsked(db, ask, asked.article)
  const typed = { ...asked, article }
  const { words, person, from, to } = asked
  if (!words && !person && !from && !to) return { typed, articles: null, comments: null, older: null, deciding: null }
  const question = await questionOf(db, ask, frame.publication.zone, typed)
  if (!(await ask.asker())) await signInContext.limits.search(ask.client())
  const articles =
    article || part.what === 'comments' || part.before
      ? null
      : await articlesOf(db, search, frame, asked, question, part)
  if (part.what === 'articles') return { typed, articles, comments: null, older: null, deciding: null }
  const { found, older } = await search.find(db, { ...question, before: part.before }, ON_A_PAGE)
  const what = part.what ?? ''
  const further = older && paths.search(frame.language, { ...asked, what, before: older })
  const deciding = await decidingOn(ask, search, question, frame.language)
  return { typed, articles, comments: await shownOf(db, ask, found), older: further, deciding }
}

/** Moderators decide about all that is found, as many as there is room for in one address. */
async function decidingOn(ask: Ask, search: Search, question: Question, language: string) {
  const asker = await ask.asker()
  if (!asker || !handleCases.maySome(asker)) return null
  const { found } = await search.find(ask.store, question, MOST_DECIDED)
  const comments = found.map(({ id }) => id)
  return comments.length > 1 ? { path: paths.deskBulkOf({ comments }, language), count: comments.length } : null
}

interface SearchedPart {
  what: (typeof KINDS)[number] | undefined
  order: (typeof ORDERS)[number]
  before: Question['before']
  after: string
}

/** The articles that answer, all of them a page at a time, or the first few above the comments. */
async function articlesOf(
  db: Reading,
  search: Search,
  frame: Frame,
  asked: Asked,
  { wanted, authorId, from, until }: Question,
  { what, order, after }: SearchedPart,
): Promise<ArticlesFound> {
  const isAlone = what === 'articles'
  const question = { wanted, signedBy: authorId, from, until, order, language: frame.language as Language }
  const cursor = isAlone ? cursorFrom(after) : undefined
  const most = isAlone ? ARTICLES_ON_A_PAGE : ARTICLES_ABOVE
  const { found, next } = await search.findArticles(db, { ...question, after: cursor }, most)
  const all = { ...asked, what: 'articles' }
  const place = next && { ...all, order, after: `${next.among}.${next.place}` }
  return {
    isAlone,
    order,
    articles: found.map(articleShown),
    further: next && paths.search(frame.language, isAlone ? place! : all),
    orders: ORDERS.map((one) => [one, paths.search(frame.language, { ...all, order: one })] as const),
  }
}

function articleShown({ language, slug, title, publishedAt, names, words, spans }: FoundEdition): FoundArticle {
  return { language, slug, title, publishedAt, names, excerpt: markedExcerpt(words, spans, EXCERPT) }
}

function cursorFrom(sent: string): ArticleQuestion['after'] {
  const [kind, number] = sent.split('.')
  const [among, place] = [AMONG.find((one) => one === kind), Number(number)]
  return among && Number.isSafeInteger(place) ? { among, place } : undefined
}

async function articleAsked(db: Reading, ask: Ask, text: string): Promise<Article | null> {
  if (text === '') return null
  const id = idFrom<'article'>(text)
  if (!id || !(await articleById(db, id))) throw new Trouble('missing', 'article.missing')
  const { language, slug, title } = await editionFor(ask, db, id)
  return { id, language, slug, title }
}

async function questionOf(
  db: Reading,
  ask: Ask,
  zone: string,
  { words, person, from, to, article }: Typed & { article: Article | null },
): Promise<Question> {
  const question = {
    wanted: words ? wantedFrom(words) : undefined,
    articleId: article?.id,
    authorId: person ? await authorCalled(db, ask, person) : undefined,
    from: from ? dayFrom(zone, from).from : undefined,
    until: to ? dayFrom(zone, to).until : undefined,
  }
  if (question.from !== undefined && question.until !== undefined && question.from >= question.until)
    throw new Trouble('invalid', 'search.days-crossed')
  return question
}

function dayFrom(zone: string, text: string) {
  const day = dayIn(zone, text)
  if (!day) throw new Trouble('invalid', 'search.day-unknown', { day: text })
  return day
}

/** Who hides what they wrote finds it themselves alone. */
async function authorCalled(db: Reading, ask: Ask, name: string) {
  const person = /\p{Cc}/u.test(name) ? undefined : await byNameKey(db, nameKey(name))
  if (!person) throw new Trouble('invalid', 'search.person-unknown', { name })
  const { hiddenAt } = await profileOf(db, person.id)
  if (hiddenAt !== null && (await ask.asker())?.id !== person.id) throw new Trouble('gone', 'person.hides')
  return person.id
}

async function shownOf(db: Reading, ask: Ask, found: readonly Found[]): Promise<FoundComment[]> {
  const ids = [...new Set(found.map(({ articleId }) => articleId))]
  const editions = new Map(await Promise.all(ids.map(async (id) => [id, await editionFor(ask, db, id)] as const)))
  const muted = await mutedFor(await ask.asker(), db)
  return found.map(({ id, label, postedAt, authorId, authorName, articleId, language, plain, spans }) => {
    const [excerpt, isMuted] = [markedExcerpt(plain, spans, EXCERPT), authorId !== null && muted.has(authorId)]
    return { id, label, postedAt, name: authorName, language, excerpt, isMuted, article: editions.get(articleId)! }
  })
}
