import { paths } from '../../addresses/paths.ts'
import { type ArticleId, articleById } from '../../domain/articles/index.ts'
import { byNameKey, nameKey, profileOf } from '../../domain/people/index.ts'
import { type Found, type Question, wantedFrom } from '../../domain/search/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import { dayIn } from '../../kit/zone.ts'
import type { Reading } from '../../store/index.ts'
import { markedExcerpt } from '../../text/marked-excerpt.ts'
import { editionFor } from '../comments/index.ts'
import type { Frame } from '../html/frame.ts'
import { page } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { clientOf } from '../http/client-of.ts'
import { STATUS, wantsJson } from '../http/troubles.ts'
import { mutedFor } from '../mutes/index.ts'
import { type FoundComment, type SearchShown, searchPage, type Typed } from './search-page.ts'

const ON_A_PAGE = 20
const EXCERPT = 280

/** The form, and beneath it what it found; what was typed stays in it whatever was wrong. */
export const show: Handler = async (ask) => {
  const [frame, say, typed] = [await ask.frame(), await ask.say(), typedIn(ask)]
  try {
    const shown = await answerTo(ask, frame, typed)
    return page(searchPage(frame, { ...shown, error: null }, say))
  } catch (error) {
    if (!(error instanceof Trouble) || wantsJson(ask)) throw error
    const shown = { typed: { ...typed, article: null }, comments: null, older: null }
    return page(searchPage(frame, { ...shown, error: say(error.key, error.args) }, say), STATUS[error.kind])
  }
}

type Article = { id: ArticleId } & NonNullable<Typed['article']>
type Asked = Omit<Typed, 'article'> & { article: string }

function typedIn(ask: Ask): Asked {
  const given = (name: string) => (ask.query(name) ?? '').trim()
  return {
    words: given('words'),
    person: given('person'),
    from: given('from'),
    to: given('to'),
    article: given('article'),
  }
}

async function answerTo(ask: Ask, frame: Frame, asked: Asked): Promise<Omit<SearchShown, 'error'>> {
  const { store: db, search, signInContext: entrance } = ask.web
  const article = await articleAsked(db, ask, asked.article)
  const typed = { ...asked, article }
  const { words, person, from, to } = asked
  if (!words && !person && !from && !to) return { typed, comments: null, older: null }
  const question = await questionOf(db, ask, frame.publication.zone, typed)
  if (!(await ask.asker())) await entrance.limits.search(clientOf(ask))
  const { found, older } = await search.find(db, { ...question, before: idFrom(ask.query('before')) }, ON_A_PAGE)
  const further = older && paths.search(frame.language, { ...asked, before: older })
  return { typed, comments: await shownOf(db, ask, found), older: further }
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
  const muted = await mutedFor(ask, db)
  return found.map(({ id, label, postedAt, authorId, authorName, articleId, language, plain, spans }) => {
    const [excerpt, isMuted] = [markedExcerpt(plain, spans, EXCERPT), authorId !== null && muted.has(authorId)]
    return { id, label, postedAt, name: authorName, language, excerpt, isMuted, article: editions.get(articleId)! }
  })
}
