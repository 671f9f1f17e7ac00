import type { Reading, Writing } from '../../../store/index.ts'
import { publicationChanged } from '../../articles/index.ts'
import type { SourceTables } from '../tables.ts'
import { documentById, readDocument } from './documents.ts'
import type { LinkState, SourceDocument, SourceDocumentId } from './source-document.ts'

/** What a check found at a document's address. */
export interface Checked {
  /** Null where nothing answers, which may pass. */
  found: LinkState | null
  movedTo: string | null
  at: number
}

/** An address that nothing answers at for so long is dead. */
const SILENT_FOR_DEAD_MS = 3 * 24 * 3_600_000

const CHECKING = 'check of links'

/** Takes the document that was checked longest ago, before a moment, so that nobody else checks it, too; undefined where there is none. */
export async function takeForCheck(tx: Writing, before: number, at: number): Promise<SourceDocument | undefined> {
  await tx.inTurn(CHECKING)
  const next = (await neverChecked(tx)) ?? (await longestAgo(tx, before))
  if (!next) return
  await tx
    .change<SourceTables>()
    .updateTable('sourceDocument')
    .set({ checkedAt: at })
    .where('id', '=', next.id)
    .execute()
  return readDocument(next)
}

function neverChecked(db: Reading) {
  const documents = db.look<SourceTables>().selectFrom('sourceDocument').selectAll().where('checkedAt', 'is', null)
  return documents.orderBy('id').limit(1).executeTakeFirst()
}

function longestAgo(db: Reading, before: number) {
  const documents = db.look<SourceTables>().selectFrom('sourceDocument').selectAll().where('checkedAt', '<', before)
  return documents.orderBy('checkedAt').orderBy('id').limit(1).executeTakeFirst()
}

/** Keeps what a check found; pages change where it was something else before. What nothing answers for is dead after three days. */
export async function keepChecked(tx: Writing, id: SourceDocumentId, { found, movedTo, at }: Checked): Promise<void> {
  const before = await documentById(tx, id)
  if (!before) return
  const silentSince = found === null ? (before.silentSince ?? at) : null
  const isDead = silentSince !== null && at - silentSince >= SILENT_FOR_DEAD_MS
  const linkState = isDead ? 'dead' : (found ?? before.linkState)
  const kept = { linkState, movedTo: found === null ? before.movedTo : movedTo, silentSince, checkedAt: at }
  await tx.change<SourceTables>().updateTable('sourceDocument').set(kept).where('id', '=', id).execute()
  if (before.linkState !== linkState || before.movedTo !== kept.movedTo) tx.note(publicationChanged, { at })
}
