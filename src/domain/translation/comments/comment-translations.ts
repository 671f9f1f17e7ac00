import type { Language } from '../../../kit/language.ts'
import { padded, type Reading, type Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import { type CommentId, type DiscussionTables, stands } from '../../discussion/index.ts'
import type { CommentTranslation } from './comment-translation.ts'
import type { CommentTranslationTables } from './tables.ts'

/** A comment that stands, in its present wording. */
export interface Source {
  id: CommentId
  articleId: ArticleId
  language: Language
  revision: number
  words: string
  html: string
}

/** Of these comments those that stand and of which is known what they are in. */
export async function sourcesOf(db: Reading, ids: readonly CommentId[]): Promise<Source[]> {
  if (ids.length === 0) return []
  const rows = await db
    .look<DiscussionTables>()
    .selectFrom('comment')
    .innerJoin('commentRevision as wording', 'wording.commentId', 'comment.id')
    .select(['comment.id', 'comment.articleId', 'comment.language'])
    .select(['wording.number as revision', 'wording.words', 'wording.html'])
    .where('comment.id', 'in', padded(ids))
    .where(stands('comment'))
    .where('comment.language', 'is not', null)
    .where('wording.hiddenAt', 'is', null)
    .where((e) =>
      e(
        'wording.number',
        '=',
        e
          .selectFrom('commentRevision as last')
          .select(({ fn }) => fn.max('last.number').as('number'))
          .whereRef('last.commentId', '=', 'comment.id'),
      ),
    )
    .orderBy('comment.id')
    .execute()
  return rows.map(({ language, ...row }) => ({ ...row, language: language as Language }))
}

/** The comments that these quote, so many of them. */
export async function quotedBy(db: Reading, ids: readonly CommentId[], limit: number): Promise<CommentId[]> {
  if (ids.length === 0) return []
  const rows = await db
    .look<DiscussionTables>()
    .selectFrom('quotation')
    .select('ofCommentId')
    .distinct()
    .where('commentId', 'in', padded(ids))
    .where('ofCommentId', 'is not', null)
    .orderBy('ofCommentId')
    .limit(limit)
    .execute()
  return rows.map(({ ofCommentId }) => ofCommentId!)
}

/** The comments of a discussion that stand in other languages than these, by their numbers, after one of them. */
export async function inOtherLanguages(
  db: Reading,
  articleId: ArticleId,
  { languages, after, limit }: { languages: readonly string[]; after: number; limit: number },
): Promise<CommentId[]> {
  if (languages.length === 0) return []
  const rows = await db
    .look<DiscussionTables>()
    .selectFrom('comment')
    .select('id')
    .where('articleId', '=', articleId)
    .where('id', '>', after as CommentId)
    .where(stands('comment'))
    .where('ordinal', 'is not', null)
    .where('language', 'is not', null)
    .where('language', 'not in', [...languages])
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** By what a translation is told from every other of the same wording. */
export type Making = Pick<CommentTranslation, 'language' | 'engine' | 'glossaryVersion'>

/** What was made so of these wordings, by the comment. */
export async function translationsOf(
  db: Reading,
  sources: readonly Source[],
  { language, engine, glossaryVersion }: Making,
): Promise<Map<CommentId, CommentTranslation>> {
  if (sources.length === 0) return new Map()
  const rows = await db
    .look<CommentTranslationTables>()
    .selectFrom('commentTranslation')
    .selectAll()
    .where('commentId', 'in', padded(sources.map(({ id }) => id)))
    .where('language', '=', language)
    .where('engine', '=', engine)
    .where('glossaryVersion', '=', glossaryVersion)
    .execute()
  const revisions = new Map(sources.map(({ id, revision }) => [id, revision]))
  const present = rows.filter(({ commentId, revision }) => revisions.get(commentId) === revision)
  return new Map(present.map((row) => [row.commentId, row]))
}

/** Keeps translations in place of what other engines, other glossaries or other wordings made. */
export async function keepTranslations(tx: Writing, rows: readonly CommentTranslation[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const ids = rows.map(({ commentId }) => commentId)
  await tx
    .change<CommentTranslationTables>()
    .deleteFrom('commentTranslation')
    .where('commentId', 'in', ids)
    .where('language', '=', first.language)
    .execute()
  await tx
    .change<CommentTranslationTables>()
    .insertInto('commentTranslation')
    .values([...rows])
    .execute()
}
