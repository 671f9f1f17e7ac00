import { sql } from 'kysely'
import type { Writing } from '../../../store/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { stands } from '../comments/stands.ts'
import { commentQuoted } from '../events.ts'
import { firstQuotersOf } from '../quotations/quoters.ts'
import type { DiscussionTables } from '../tables.ts'

const TABLES = ['quotation', 'formerQuotation'] as const

/** Stands where words are not kept any more. */
export const NO_WORDS = '…'

/** A number names its comment where nobody else does. */
const LABEL = sql<string>`(select passage."label" from "comment" as passage where passage."id" = "ofCommentId")`

/** Keeps nothing of what these comments quoted. */
export async function forgetQuotations(tx: Writing, ids: readonly CommentId[]): Promise<void> {
  for (const table of TABLES)
    await tx.change<DiscussionTables>().deleteFrom(table).where('commentId', 'in', ids).execute()
}

/** Keeps nothing of what others quoted of these comments but that they did. */
export async function forgetQuotedWords(tx: Writing, ids: readonly CommentId[]): Promise<void> {
  for (const table of TABLES) {
    const quotations = tx.change<DiscussionTables>().updateTable(table).where('ofCommentId', 'in', ids)
    await quotations.set({ words: NO_WORDS, attribution: LABEL, formerWords: null }).execute()
  }
}

/** Calls these comments by their numbers where others quoted them; words that they no longer hold are not kept. */
export async function unnameQuotations(tx: Writing, ids: readonly CommentId[]): Promise<void> {
  for (const table of TABLES) {
    const quotations = tx.change<DiscussionTables>().updateTable(table).where('ofCommentId', 'in', ids)
    await quotations.set({ attribution: LABEL, formerWords: null }).execute()
    await quotations.set({ words: NO_WORDS }).where('state', '=', 'changed').execute()
  }
}

/** Counts and names afresh who quotes these comments. */
export async function recountQuoters(tx: Writing, quoted: readonly CommentId[], at: number): Promise<void> {
  if (quoted.length === 0) return
  const counted = sql<number>`(select count(distinct "quotation"."commentId") from "quotation"
    inner join "comment" as quoter on quoter."id" = "quotation"."commentId" and ${stands('quoter')}
    where "quotation"."ofCommentId" = "comment"."id")`
  const comments = tx.change<DiscussionTables>().updateTable('comment').where('id', 'in', quoted)
  const rows = comments.set({ quotedBy: counted, quoters: firstQuotersOf('comment') }).returning(['id', 'articleId'])
  for (const { id: about, articleId } of await rows.execute()) tx.note(commentQuoted, { about, articleId, at })
}
