import { type ArticleId, saveArticle, saveEdition } from '../../src/domain/articles/index.ts'
import {
  type CommentId,
  type DiscussionTables,
  discussionImported,
  draftOf,
  editionChanged,
  post,
  ROOT,
  UNDECIDED,
} from '../../src/domain/discussion/index.ts'
import { type Person, type PersonId, personNamed } from '../../src/domain/people/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import type { Store } from '../../src/store/index.ts'

/** Publishes an article, or files it unpublished. */
export async function anArticle(store: Store, key: string, publishedAt: number | null = 1): Promise<ArticleId> {
  const { value } = await store.write(async (tx) => {
    const { id } = await saveArticle(tx, { key, sectionId: null, pictureId: null, publishedAt }, 1)
    const words = { title: key, standfirst: '', pictureAlt: '', pictureCaption: '', words: 'It leaves at nine.' }
    const edition = { articleId: id, language: languageFrom('en')!, slug: key, publishedAt, ...words }
    await saveEdition(tx, edition, 1, editionChanged)
    return id
  })
  return value
}

export async function aPerson(store: Store, name: string): Promise<Person> {
  return (await store.write((tx) => personNamed(tx, name))).value
}

/** Posts as a person would; answers with the comment's number. */
export async function talk(
  store: Store,
  articleId: ArticleId,
  by: Person,
  words: string,
  at = 1_000,
): Promise<CommentId> {
  const posting = { articleId, under: ROOT, by, draft: draftOf(words), language: null, at } as const
  return (await store.write((tx) => post(tx, posting))).value.id
}

const VOCABULARY =
  'ferry ferries harbour harbours sailing sailed the and of source sources Fähre Fähren Häuser Haus und die der nicht Straße ' +
  'корабль корабли кораблей паром парома в не и порту порт السفينة سفينة ميناء في من 渡轮 昨天坐渡轮 港口 我们去港口 3 1987 marée marées'
const WORDS = VOCABULARY.split(' ')
const LANGUAGES = [null, null, 'en', 'de', 'ru']

export interface Talked {
  id: CommentId
  articleId: ArticleId
  authorId: PersonId
  language: string | null
  plain: string | null
  postedAt: number
}

/** So many comments in several scripts, some removed, many at the same moment; the same for everyone who asks. */
export function muchTalk(count: number, articles: readonly ArticleId[], people: readonly PersonId[]): Talked[] {
  const next = sequence()
  return Array.from({ length: count }, (_, index) => ({
    id: (index + 1) as CommentId,
    articleId: articles[next(articles.length)]!,
    authorId: people[next(people.length)]!,
    language: LANGUAGES[next(LANGUAGES.length)]!,
    plain: next(10) === 0 ? null : Array.from({ length: 1 + next(12) }, () => WORDS[next(WORDS.length)]).join(' '),
    postedAt: 1_000_000 + next(500) * 1_000,
  }))
}

/** Words that somebody may look for, in the same sequence for everyone. */
export function wordsLookedFor(count: number): string[] {
  const next = sequence()
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(3) }, () => WORDS[next(WORDS.length)]).join(' '),
  )
}

/** Writes it as an import does: rows at once, and one entry for each article. */
export async function bring(store: Store, talked: readonly Talked[]): Promise<void> {
  const ordinals = new Map<ArticleId, number>()
  const rows = talked.map((comment) => {
    const ordinal = (ordinals.get(comment.articleId) ?? 0) + 1
    ordinals.set(comment.articleId, ordinal)
    const { plain, postedAt } = comment
    const place = { parentId: ROOT, rootId: comment.id, depth: 1, ordinal, label: String(ordinal) } as const
    const counts = {
      replies: 0,
      nextReply: 1,
      descendants: 0,
      quotedBy: 0,
      quoters: '',
      ...UNDECIDED,
      agreed: 0,
      disagreed: 0,
      wellArgued: 0,
      best: 0,
    }
    return {
      ...comment,
      ...place,
      ...counts,
      state: plain === null ? ('removed' as const) : ('stands' as const),
      removalId: null,
      html: plain,
      editedAt: null,
      lastActivityAt: postedAt,
    }
  })
  await store.write(async (tx) => {
    for (const [articleId, total] of ordinals) {
      const discussion = { articleId, nextRoot: total + 1, visible: total, total, lastActivityAt: null }
      await tx.change<DiscussionTables>().insertInto('discussion').values(discussion).execute()
    }
    for (let at = 0; at < rows.length; at += 500)
      await tx
        .change<DiscussionTables>()
        .insertInto('comment')
        .values(rows.slice(at, at + 500))
        .execute()
    await tx.afterImport('comment')
    for (const articleId of ordinals.keys()) tx.note(discussionImported, { about: articleId, articleId, at: 1 })
  })
}

/** @NOTE a generator of Park and Miller: small, and the same on every machine. */
function sequence() {
  let state = 20_141_015
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
