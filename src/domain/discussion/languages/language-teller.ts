import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { JournalReader, Reading, Step, Writing } from '../../../store/index.ts'
import { languageOf } from '../../../text/language-guess.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { lockDiscussion } from '../comments/comments.ts'
import { discussionImported, LANGUAGES_AT_ONCE, languagesTold } from '../events.ts'
import type { DiscussionTables } from '../tables.ts'

/** Comments are looked at one after the other: of an article, or all there are. */
interface Sweep {
  articleId: number | null
  /** The comment up to which the sweep has come. */
  to: number
}

interface Untold {
  id: CommentId
  articleId: ArticleId
  plain: string | null
  language: string | null
  postedAt: number | null
}

interface Told extends Untold {
  language: string
}

/** As many comments are read without letting others have a turn. */
const IN_ONE_BREATH = 10

/** Tells in which language comments are that came before that was told, or from elsewhere: all there are, once, and of each discussion that is imported. */
export const languageTeller: JournalReader<Sweep> = {
  name: 'comment-languages',
  kinds: [discussionImported],
  state: z.object({ articleId: z.number().nullable(), to: z.number() }),
  async begin() {
    return { articleId: null, to: 0 }
  },
  async step(db, { seq, state, entries: [first] }) {
    if (state) return sweep(db, seq, state)
    return { to: { seq: first!.seq, state: { articleId: first!.articleId, to: 0 } }, act: async () => {} }
  },
}

async function sweep(db: Reading, seq: number, { articleId, to }: Sweep): Promise<Step<Sweep>> {
  const some = await commentsAfter(db, articleId, to)
  const state = some.length < LANGUAGES_AT_ONCE ? null : { articleId, to: some.at(-1)!.id }
  let told: Told[] = []
  return {
    to: { seq, state },
    prepare: async () => {
      told = await toldOf(some)
    },
    act: (tx) => tell(tx, told),
  }
}

function commentsAfter(db: Reading, articleId: number | null, after: number): Promise<Untold[]> {
  return db
    .look<DiscussionTables>()
    .selectFrom('comment')
    .select(['id', 'articleId', 'plain', 'language', 'postedAt'])
    .$if(articleId !== null, (q) => q.where('articleId', '=', articleId as ArticleId))
    .where('id', '>', after as CommentId)
    .orderBy('id')
    .limit(LANGUAGES_AT_ONCE)
    .execute()
}

async function toldOf(some: readonly Untold[]): Promise<Told[]> {
  const told: Told[] = []
  for (const [at, one] of some.entries()) {
    const language = one.language === null && one.plain !== null ? languageOf(one.plain) : null
    if (language !== null) told.push({ ...one, language })
    if (at % IN_ONE_BREATH === 0) await setImmediate()
  }
  return told
}

/** @NOTE what its author has said or written meanwhile stands. The moment is that of the words: nothing is said that was not said then. */
async function tell(tx: Writing, told: readonly Told[]): Promise<void> {
  const articles = [...new Set(told.map(({ articleId }) => articleId))].toSorted((a, b) => a - b)
  for (const articleId of articles) await lockDiscussion(tx, articleId)
  for (const { id, plain, language } of told)
    await tx
      .change<DiscussionTables>()
      .updateTable('comment')
      .set({ language })
      .where('id', '=', id)
      .where('language', 'is', null)
      .where('plain', '=', plain)
      .execute()
  for (const articleId of articles) {
    const own = told.filter((one) => one.articleId === articleId)
    const at = Math.max(...own.map(({ postedAt }) => postedAt ?? 0))
    tx.note(languagesTold, { articleId, about: own[0]!.id, at })
  }
}
