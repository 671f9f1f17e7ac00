import { paths } from '../../addresses/paths.ts'
import { type ArticleId, articleById } from '../../domain/articles/index.ts'
import { handleCases } from '../../domain/moderation/index.ts'
import { byNameKey, nameKey, profileOf, type SignInContext } from '../../domain/people/index.ts'
import { type Found, type Question, type Search, wantedFrom } from '../../domain/search/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import { dayIn } from '../../kit/zone.ts'
import type { Reading } from '../../store/index.ts'
import { markedExcerpt } from '../../text/marked-excerpt.ts'
import { editionFor } from '../comments/index.ts'
import type { Frame } from '../html/frame.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { idOrNone, text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { mutedFor } from '../mutes/index.ts'
import { type FoundComment, type SearchShown, searchPage, type Typed } from './search-page.ts'

const ON_A_PAGE = 20
const EXCERPT = 280
const MOST_DECIDED = 300

const line = text.transform((typed) => typed.trim())
const ASKED = { words: line, person: line, from: line, to: line, article: line }

export interface Given {
  search: Search
  signInContext: Pick<SignInContext, 'limits'>
}

/** The form, and beneath it what it found; what was typed stays in it whatever was wrong. */
export const show = taking(
  { query: { ...ASKED, before: idOrNone<'comment'>() } },
  async (ask, { before, ...typed }, given: Given) => {
    const frame = await ask.frame()
    const shown = await answerTo(ask, given, frame, typed, before)
    return page(searchPage(frame, { ...shown, error: null }, await ask.say()))
  },
  async (ask, { before: _, ...typed }, __, { sentence: error, status }) => {
    const shown = { typed: { ...typed, article: null }, comments: null, older: null, deciding: null, error }
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
  before: Question['before'],
): Promise<Omit<SearchShown, 'error'>> {
  const { store: db } = ask
  const article = await articleAsked(db, ask, asked.article)
  const typed = { ...asked, article }
  const { words, person, from, to } = asked
  if (!words && !person && !from && !to) return { typed, comments: null, older: null, deciding: null }
  const question = await questionOf(db, ask, frame.publication.zone, typed)
  if (!(await ask.asker())) await signInContext.limits.search(ask.client())
  const { found, older } = await search.find(db, { ...question, before }, ON_A_PAGE)
  const further = older && paths.search(frame.language, { ...asked, before: older })
  const deciding = await decidingOn(ask, search, question, frame.language)
  return { typed, comments: await shownOf(db, ask, found), older: further, deciding }
}

/** Moderators decide about all that is found, as many as there is room for in one address. */
async function decidingOn(ask: Ask, search: Search, question: Question, language: string) {
  const asker = await ask.asker()
  if (!asker || !handleCases.maySome(asker)) return null
  const { found } = await search.find(ask.store, question, MOST_DECIDED)
  const comments = found.map(({ id }) => id)
  return comments.length > 1 ? { path: paths.deskBulkOf({ comments }, language), count: comments.length } : null
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
