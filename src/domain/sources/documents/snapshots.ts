import type { Reading, Writing } from '../../../store/index.ts'
import { publicationChanged } from '../../articles/index.ts'
import type { SourceTables } from '../tables.ts'
import type { Snapshot, SnapshotId } from './snapshot.ts'
import type { SourceDocumentId } from './source-document.ts'

const MOST_SHOWN = 20

/** Copies of a document, the last that was asked for first. */
export function snapshotsOf(db: Reading, id: SourceDocumentId): Promise<Snapshot[]> {
  const copies = db.look<SourceTables>().selectFrom('sourceSnapshot').selectAll().where('sourceDocumentId', '=', id)
  return copies.orderBy('id', 'desc').limit(MOST_SHOWN).execute()
}

/** The latest copy of each of these documents; a bounded list. */
export async function copiesOf(
  db: Reading,
  ids: readonly SourceDocumentId[],
): Promise<Map<SourceDocumentId, { url: string; at: number | null }>> {
  if (ids.length === 0) return new Map()
  const copies = db.look<SourceTables>().selectFrom('sourceSnapshot').selectAll().where('sourceDocumentId', 'in', ids)
  const rows = await copies.where('state', '=', 'kept').where('url', 'is not', null).orderBy('id').execute()
  return new Map(rows.map(({ sourceDocumentId, url, capturedAt }) => [sourceDocumentId, { url: url!, at: capturedAt }]))
}

/** Keeps that an archive has a copy, or was asked for one. */
export async function keepSnapshot(tx: Writing, snapshot: Omit<Snapshot, 'id'>): Promise<void> {
  const copies = tx.look<SourceTables>().selectFrom('sourceSnapshot').select('id')
  const { sourceDocumentId, url } = snapshot
  const same = copies.where('sourceDocumentId', '=', sourceDocumentId).where('url', '=', url ?? '')
  if (url !== null && (await same.executeTakeFirst())) return
  await tx.change<SourceTables>().insertInto('sourceSnapshot').values(snapshot).execute()
  if (snapshot.state === 'kept') tx.note(publicationChanged, { at: snapshot.askedAt })
}

/** A copy that was asked for and is not there yet, the first after a number. */
export function askedFirst(db: Reading, after: number): Promise<Snapshot | undefined> {
  const copies = db.look<SourceTables>().selectFrom('sourceSnapshot').selectAll().where('state', '=', 'asked')
  return copies
    .where('id', '>', after as SnapshotId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

/** Says what became of a copy that was asked for. */
export async function settleSnapshot(
  tx: Writing,
  id: SnapshotId,
  became: Pick<Snapshot, 'state' | 'url' | 'capturedAt'>,
  at: number,
): Promise<void> {
  const rows = tx.change<SourceTables>().updateTable('sourceSnapshot').set(became).where('id', '=', id)
  const { numUpdatedRows } = await rows.where('state', '=', 'asked').executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n && became.state === 'kept') tx.note(publicationChanged, { at })
}
