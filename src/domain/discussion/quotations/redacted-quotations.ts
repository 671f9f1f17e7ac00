import { sql } from 'kysely'
import type { Writing } from '../../../store/index.ts'
import { standsIn } from '../../../text/fold.ts'
import type { CommentId } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'

const TABLES = ['quotation', 'formerQuotation'] as const
const AT_ONCE = 500
/** Stands where nothing of a quotation can be left. */
const NO_WORDS = '…'

interface Redaction {
  passage: string
  mark: string
  /** How the comment's wordings stood that had the passage, and how it stands now. */
  before: readonly string[]
  after: string
}

/** Takes a passage out of what others quote of a comment; what only touches it goes whole. The former words are kept beside. */
export async function redactQuotations(tx: Writing, id: CommentId, redaction: Redaction): Promise<void> {
  const left = leftOf(redaction)
  for (const table of TABLES) await redactIn(table)

  async function redactIn(table: (typeof TABLES)[number]) {
    for (let after = 0; ; ) {
      const quotations = tx.look<DiscussionTables>().selectFrom(table).select(['id', 'words'])
      const some = quotations.where('ofCommentId', '=', id).where('id', '>', after).orderBy('id').limit(AT_ONCE)
      const rows = await some.execute()
      for (const row of rows) {
        const words = left(row.words)
        if (words === row.words) continue
        const quotation = tx.change<DiscussionTables>().updateTable(table).where('id', '=', row.id)
        await quotation.set({ words, formerWords: row.words }).execute()
      }
      if (rows.length < AT_ONCE) return
      after = rows.at(-1)!.id
    }
  }
}

function leftOf({ passage, mark, before, after }: Redaction): (words: string) => string {
  const [stood, stands] = [before.map(standsIn), standsIn(after)]
  return (words) => {
    const left = passage === '' ? words : words.replaceAll(passage, mark)
    if (left !== words) return left
    return !stands(words) && stood.some((did) => did(words)) ? NO_WORDS : words
  }
}

/** Has the words before a redaction and those after it change places. */
export async function turnQuotations(tx: Writing, id: CommentId): Promise<void> {
  for (const table of TABLES) {
    const quotations = tx.change<DiscussionTables>().updateTable(table).where('ofCommentId', '=', id)
    const turned = { words: sql<string>`"formerWords"`, formerWords: sql<string>`"words"` }
    await quotations.where('formerWords', 'is not', null).set(turned).execute()
  }
}
