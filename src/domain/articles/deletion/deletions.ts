import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { stableJson } from '../../../kit/json.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import type { Person, PersonTables } from '../../people/index.ts'
import { articleDeletedAct, articleRestoredAct } from '../acts.ts'
import type { ArticleId } from '../article.ts'
import { byId as articleWithId } from '../articles.ts'
import { EDITION_STATES, type Edition } from '../editions/edition.ts'
import { editionsAtDesk } from '../editions/editions.ts'
import { announce } from '../editions/publishing/announcing.ts'
import { addressOf } from '../editions/publishing/publish.ts'
import { articleDeleted, articleReturned, editionChanged, editionWithdrawn } from '../events.ts'
import type { ArticleTables } from '../tables.ts'
import type { Deletion } from './deletion.ts'

interface Deleting {
  articleId: ArticleId
  by: Pick<Person, 'id'>
  at: number
}

const STATES = z.array(
  z.object({ id: idOf<'edition'>(), state: z.enum(EDITION_STATES), publishedAt: z.number().nullable() }),
)

export function deletionOf(db: Reading, articleId: ArticleId): Promise<Deletion | undefined> {
  const deletions = db.look<ArticleTables>().selectFrom('deletion').selectAll()
  return deletions.where('articleId', '=', articleId).executeTakeFirst()
}

/** An article that was deleted and can come back. */
export interface DeletedArticle extends Pick<Deletion, 'articleId' | 'at'> {
  title: string
  by: string | null
}

/** What was deleted and can come back, the last first. */
export async function deletedArticles(db: Reading, limit: number): Promise<DeletedArticle[]> {
  const rows = await db
    .look<ArticleTables & PersonTables>()
    .selectFrom('deletion')
    .leftJoin('person', 'person.id', 'deletion.byId')
    .select(['deletion.articleId', 'deletion.at', 'person.name as by'])
    .select((e) =>
      e
        .selectFrom('edition')
        .innerJoin('revision', 'revision.id', 'edition.latestId')
        .select('revision.title')
        .whereRef('edition.articleId', '=', 'deletion.articleId')
        .orderBy('edition.id')
        .limit(1)
        .as('title'),
    )
    .where('deletion.sweptAt', 'is', null)
    .orderBy('deletion.at', 'desc')
    .orderBy('deletion.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, title: row.title ?? '' }))
}

/** Takes an article from sight in every language, and from the desk. */
export async function deleteArticle(tx: Writing, { articleId, by, at }: Deleting): Promise<void> {
  const editions = await inTurn(tx, articleId)
  if (await deletionOf(tx, articleId)) return
  const states = stableJson(editions.map(({ id, state, publishedAt }) => ({ id, state, publishedAt })))
  await tx
    .change<ArticleTables>()
    .insertInto('deletion')
    .values({ articleId, byId: by.id, at, states, sweptAt: null })
    .execute()
  await tx.change<ArticleTables>().deleteFrom('frontPlace').where('articleId', '=', articleId).execute()
  for (const edition of editions) await takeFromSight(tx, edition, at)
  tx.note(articleDeleted, { about: articleId, articleId, at })
  const before = { articles: editions.map(addressOf) }
  await record(tx, articleDeletedAct, { byId: by.id, before, after: {}, at })
}

/** Lets a deleted article be what it was; what waited for its time is a draft. */
export async function restoreArticle(tx: Writing, { articleId, by, at }: Deleting): Promise<void> {
  const editions = await inTurn(tx, articleId)
  const deletion = await deletionOf(tx, articleId)
  if (!deletion) return
  if (deletion.sweptAt !== null) throw new Trouble('gone', 'article.swept')
  await tx.change<ArticleTables>().deleteFrom('deletion').where('articleId', '=', articleId).execute()
  for (const { id, state, publishedAt } of STATES.parse(JSON.parse(deletion.states))) {
    const edition = editions.find((one) => one.id === id)
    if (edition) await letBe(tx, edition, { state, publishedAt }, at)
  }
  tx.note(articleReturned, { about: articleId, articleId, at })
  const after = { articles: editions.map(addressOf) }
  await record(tx, articleRestoredAct, { byId: by.id, before: {}, after, at })
}

async function inTurn(tx: Writing, articleId: ArticleId): Promise<Edition[]> {
  await tx.inTurn(`deletion of article ${articleId}`)
  if (!(await articleWithId(tx, articleId))) throw new Trouble('missing', 'article.missing')
  for (const { id } of await editionsAtDesk(tx, articleId)) await tx.inTurn(`edition ${id}`)
  return editionsAtDesk(tx, articleId)
}

/** @NOTE one that readers never knew becomes a draft, so that its address says nothing of it. */
async function takeFromSight(tx: Writing, edition: Edition, at: number) {
  const state = edition.feedPath === null ? 'draft' : 'withdrawn'
  const row = edition.state === 'scheduled' ? { state, publishedAt: null } : { state }
  await tx
    .change<ArticleTables>()
    .updateTable('edition')
    .set(row as never)
    .where('id', '=', edition.id)
    .execute()
  if (edition.state === 'published' || edition.state === 'retracted') await announce(tx, editionWithdrawn, edition, at)
}

async function letBe(
  tx: Writing,
  edition: Edition,
  { state, publishedAt }: Pick<Edition, 'state' | 'publishedAt'>,
  at: number,
) {
  if (state === 'scheduled') return
  await tx
    .change<ArticleTables>()
    .updateTable('edition')
    .set({ state, publishedAt })
    .where('id', '=', edition.id)
    .execute()
  if (state === 'published' || state === 'retracted')
    await announce(tx, editionChanged, { ...edition, publishedAt }, at)
}
