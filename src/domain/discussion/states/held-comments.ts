import { type Kysely, sql } from 'kysely'
import { prepared, type Reading } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import type { CommentId, ROOT } from '../comments/comment.ts'
import { quotationsOfEach, type ShownQuotation } from '../comments/shown.ts'
import type { DiscussionTables } from '../tables.ts'

type Looking = Pick<Kysely<DiscussionTables & PersonTables>, 'selectFrom'>

/** A comment that waits to be let in, with its words and why it waits. */
export interface HeldComment {
  id: CommentId
  articleId: ArticleId
  parentId: CommentId | typeof ROOT
  /** The number of the comment above; empty for a root. */
  parentLabel: string
  language: string | null
  author: { id: PersonId; name: string } | null
  postedAt: number | null
  html: string
  plain: string
  quotations: ShownQuotation[]
  /** Who held it, where it was a person. */
  byId: PersonId | null
  note: string
  /** The rule of admission that held it, where it was not a person. */
  reason: string | null
  detail: string
  heldAt: number
}

/** A comment that waits; undefined where none of this number does. */
export async function heldComment(db: Reading, id: CommentId): Promise<HeldComment | undefined> {
  return (await shaped(db, await heldWith(db, { id })))[0]
}

/** What waits under an article, oldest first, after a comment's number: of one person alone where one is named. */
export async function heldUnder(
  db: Reading,
  articleId: ArticleId,
  { by, after = 0, limit }: { by?: PersonId | undefined; after?: number; limit: number },
): Promise<HeldComment[]> {
  let waiting = heldRows(db.look())
    .where('comment.articleId', '=', articleId)
    .where('comment.id', '>', after as CommentId)
  if (by !== undefined) waiting = waiting.where('comment.authorId', '=', by)
  return shaped(db, await waiting.orderBy('comment.id').limit(limit).execute())
}

/** Whether anything waits under an article: of one person alone where one is named. */
export async function isAnyHeld(db: Reading, articleId: ArticleId, by: PersonId | undefined): Promise<boolean> {
  const [one] = by === undefined ? await firstHeld(db, { articleId }) : await firstHeldOf(db, { articleId, by })
  return one !== undefined
}

const firstHeld = prepared((db: Looking, { articleId }: { articleId: ArticleId }) =>
  db.selectFrom('comment').select('id').where('articleId', '=', articleId).where('state', '=', 'held').limit(1),
)

const firstHeldOf = prepared((db: Looking, { articleId, by }: { articleId: ArticleId; by: PersonId }) =>
  db
    .selectFrom('comment')
    .select('id')
    .where('articleId', '=', articleId)
    .where('state', '=', 'held')
    .where('authorId', '=', by)
    .limit(1),
)

const heldWith = prepared((db: Looking, { id }: { id: CommentId }) => heldRows(db).where('comment.id', '=', id))

/** @NOTE held words are never edited while they wait, so their first wording is their last. */
function heldRows(db: Looking) {
  return db
    .selectFrom('comment')
    .innerJoin('commentRevision as wording', (on) =>
      on.onRef('wording.commentId', '=', 'comment.id').on('wording.number', '=', 1),
    )
    .innerJoin('hold', (on) => on.on('hold.id', '=', LAST_HOLD))
    .leftJoin('comment as parent', 'parent.id', 'comment.parentId')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .select(['comment.id', 'comment.articleId', 'comment.parentId', 'comment.language', 'comment.postedAt'])
    .select(['comment.authorId', 'person.name', 'parent.label as parentLabel', 'wording.html', 'wording.plain'])
    .select(['hold.byId', 'hold.note', 'hold.reason', 'hold.detail', 'hold.at as heldAt'])
    .where('comment.state', '=', 'held')
}

const LAST_HOLD = sql<number>`(select max("last"."id") from "hold" as "last" where "last"."commentId" = "comment"."id")`

type Row = Awaited<ReturnType<typeof heldWith>>[number]

async function shaped(db: Reading, rows: readonly Row[]): Promise<HeldComment[]> {
  const quotations = await quotationsOfEach(db, rows)
  return rows.map(({ authorId, name, parentLabel, ...row }) => ({
    ...row,
    parentLabel: parentLabel ?? '',
    author: authorId !== null && name !== null ? { id: authorId, name } : null,
    quotations: quotations.get(row.id) ?? [],
  }))
}
