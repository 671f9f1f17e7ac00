import { type ExportedRow, type ExportedTable, exportedColumns, type Writing } from '../../../store/index.ts'
import { deriveStates } from '../states/derived.ts'
import type { DiscussionTables } from '../tables.ts'
import { comments, removal, removalNames, said } from './exported.ts'
import { withProvisionalNumbers } from './provisional-numbers.ts'

/** What the first version of the format had of removals: tombstones above the words, and who decided below. */
const tombstones: ExportedTable = {
  table: 'tombstone',
  into: 'removal',
  key: ['commentId'],
  columns: { commentId: removal.commentId, cause: removal.cause, ruleId: removal.ruleId, at: removal.at },
  references: { commentId: 'comment', ruleId: 'rule' },
  complete: withProvisionalNumbers,
  settle: (tx, rows) =>
    deriveStates(
      tx,
      rows.map(({ commentId }) => Number(commentId)),
    ),
}

/** The discussions, as they stand in an export of the first version. */
export const exportedDiscussionBefore: readonly ExportedTable[] = [comments, tombstones, ...said]

/** Who removed and restored what: one row held both. */
export const exportedRemovalsBefore: readonly ExportedTable[] = [
  {
    table: 'removal',
    key: ['id'],
    columns: {
      ...removal,
      restoredById: exportedColumns.id.nullable(),
      restoredAt: exportedColumns.moment.nullable(),
      restoredNote: exportedColumns.words.nullable(),
    },
    references: { ...removalNames, restoredById: 'person' },
    complete: (_, rows) => rows.map(({ restoredById, restoredAt, restoredNote, ...row }) => row),
    settle: settleRemovals,
  },
]

async function settleRemovals(tx: Writing, _: unknown, rows: readonly ExportedRow[]): Promise<void> {
  const db = tx.change<DiscussionTables>()
  const restored = rows.filter(({ restoredAt }) => restoredAt !== null)
  const restorations = restored.map((row) => ({
    articleId: row.articleId as never,
    removalId: row.id as number,
    byId: row.restoredById as never,
    note: String(row.restoredNote ?? ''),
    at: row.restoredAt as number,
  }))
  if (restorations.length > 0) await db.insertInto('restoration').values(restorations).execute()
  const inForce = rows.filter(({ restoredAt }) => restoredAt === null).map(({ commentId }) => -Number(commentId))
  if (inForce.length > 0) await db.deleteFrom('removal').where('id', 'in', inForce).execute()
}
