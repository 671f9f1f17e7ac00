import type { ExpressionBuilder } from 'kysely'
import { publicationChanged, publicationOf } from '../../domain/articles/index.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { AnyTables, Reading, Writing } from '../../store/index.ts'
import { TABLES } from './tables.ts'

/** What is nobody's in an export, but hangs on what is: it goes right after what stands before it. */
export const ALONGSIDE: Readonly<Record<string, readonly string[]>> = {
  comment: ['discussion', 'workingCopy', 'draftLink', 'draftOrder', 'correctionNotice'],
  article: ['reading'],
  decisionComment: [
    'appeal',
    'statement',
    'caseNote',
    'caseReason',
    'moderationCase',
    'sanction',
    'legalNotice',
    'report',
    'heldEdit',
    'proposal',
  ],
}

/** Throws a Refusal where somebody has added to the demo, which nothing keeps. */
export async function refuseChangedDemo(db: Reading): Promise<void> {
  const { demoSince } = await publicationOf(db)
  if (demoSince !== null && (await hasChangedSince(db, demoSince)))
    throw new Refusal(
      'Something was added to the demo or changed in it, so it is not cleared. Export it if it matters, and import into a new folder (PARLEY_DATA).',
    )
}

/** Takes away the demo. Those who have accounts stay. */
export async function clearDemo(tx: Writing): Promise<void> {
  const { demoSince } = await publicationOf(tx)
  if (demoSince === null) return
  for (const { table } of TABLES.toReversed()) {
    await all(tx, table).execute()
    for (const beside of ALONGSIDE[table] ?? []) await all(tx, beside).execute()
  }
}

/** Refuses to mix what an export brings with what is there. */
export async function refuseFilled(db: Reading): Promise<void> {
  for (const { table } of TABLES) {
    const rows = db.look<AnyTables>().selectFrom(table).selectAll().where(ofPlaceholders(table))
    if (!(await rows.limit(1).executeTakeFirst())) continue
    const { demoSince } = await publicationOf(db)
    const remedy =
      demoSince === null
        ? 'Import into a new folder (PARLEY_DATA) or database (PARLEY_DATABASE).'
        : 'It holds the demo: --replace-demo clears that first.'
    throw new Refusal(
      `The publication is not empty (there is a ${table}), and an export brings all its numbers along. ${remedy}`,
    )
  }
}

async function hasChangedSince(db: Reading, demoSince: number): Promise<boolean> {
  const journal = db.look<AnyTables>().selectFrom('journal').select('seq').where('at', '>', demoSince)
  const change = journal.where((e) => e.or([e('articleId', 'is not', null), e('kind', '=', publicationChanged.kind)]))
  return (await change.limit(1).executeTakeFirst()) !== undefined
}

function all(tx: Writing, table: string) {
  return tx.change<AnyTables>().deleteFrom(table).where(ofPlaceholders(table))
}

const TOLD = new Set(['profile', 'hiddenHistory', 'formerName', 'profileLink', 'portrait'])

/** Those who have accounts stay, and what they tell about themselves with them. */
function ofPlaceholders(table: string) {
  return (e: ExpressionBuilder<AnyTables, string>) => {
    if (table === 'person') return e('accountId', 'is', null)
    if (!TOLD.has(table)) return e.and([])
    return e('personId', 'in', e.selectFrom('person').select('id').where('accountId', 'is', null))
  }
}
