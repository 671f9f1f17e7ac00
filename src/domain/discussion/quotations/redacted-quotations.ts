import type { Writing } from '../../../store/index.ts'
import { standsIn } from '../../../text/fold.ts'
import type { CommentId } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'

const TABLES = ['quotation', 'formerQuotation'] as const
const AT_ONCE = 500
/** Stands where nothing of a quotation can be left. */
const NO_WORDS = '…'

interface Redacted {
  /** The passages that are out, as they are read. */
  passages: readonly string[]
  mark: string
  /** How the comment's wordings stood that had one of them, and how it stands now. */
  before: readonly string[]
  after: string
}

/** Has others quote of a comment what they took from it, without the passages that are out; what only touches one goes whole. What they took is kept beside. */
export async function redactQuotations(tx: Writing, id: CommentId, redacted: Redacted): Promise<void> {
  const left = leftOf(redacted)
  for (const table of TABLES) await redactIn(table)

  async function redactIn(table: (typeof TABLES)[number]) {
    for (let after = 0; ; ) {
      const quotations = tx.look<DiscussionTables>().selectFrom(table).select(['id', 'words', 'formerWords'])
      const some = quotations.where('ofCommentId', '=', id).where('id', '>', after).orderBy('id').limit(AT_ONCE)
      const rows = await some.execute()
      for (const { id: quotation, words, formerWords } of rows) {
        const taken = formerWords ?? words
        const now = left(taken)
        if (now === words) continue
        const changed = { words: now, formerWords: now === taken ? null : taken }
        await tx.change<DiscussionTables>().updateTable(table).set(changed).where('id', '=', quotation).execute()
      }
      if (rows.length < AT_ONCE) return
      after = rows.at(-1)!.id
    }
  }
}

function leftOf({ passages, mark, before, after }: Redacted): (words: string) => string {
  const without = (words: string) =>
    passages.reduce((left, passage) => (passage === '' ? left : left.replaceAll(passage, mark)), words)
  const stood = before.map((plain) => ({ did: standsIn(plain), does: standsIn(without(plain)) }))
  const stands = standsIn(after)
  return (words) => {
    const left = without(words)
    const isWhole = stands(left) || stood.every(({ did, does }) => !did(words) || does(left))
    return isWhole ? left : NO_WORDS
  }
}
