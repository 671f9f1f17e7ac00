import { stat } from 'node:fs/promises'
import { importDone, listAll } from '../../domain/articles/index.ts'
import { settleImported } from '../../domain/discussion/index.ts'
import { keepDrawnPortrait, keepPicture, type MediaStore } from '../../domain/media/index.ts'
import { shiftIds, unshiftIds } from '../../domain/people/index.ts'
import { sha256 } from '../../kit/hash.ts'
import { prefetching } from '../../kit/prefetch.ts'
import { Refusal } from '../../kit/refusal.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { ExportedRow, Store, Value, Writing } from '../../store/index.ts'
import type { ShowProgress } from '../kit/progress.ts'
import { writeOrRehearse } from '../kit/rehearse.ts'
import { arrive } from './arrive.ts'
import { clearDemo, refuseChangedDemo, refuseFilled } from './clear.ts'
import { atLine } from './export-lines.ts'
import { mustFit } from './fit.ts'
import { holds } from './holds.ts'
import { type ReadRow, rowsIn } from './rows.ts'
import { createSeen } from './seen.ts'
import { FILES, TABLES } from './tables.ts'

export interface PublicationImport {
  store: Store
  file: string
  media: MediaStore
  /** The moment that the journal's entry carries. */
  at: number
  replaceDemo?: boolean | undefined
  /** Reads, checks and counts, and leaves everything as it is. */
  dryRun?: boolean | undefined
  progress?: ShowProgress | undefined
}

/** How many rows of each table arrived, and how many of them were cleaned; undefined when the publication held exactly these already. */
export type Arrived = (ReadonlyMap<string, number> & { readonly cleaned?: number }) | undefined

const AT_ONCE = 1_000
/** Those that may be very many. */
const LARGE = ['comment', 'commentRevision', 'quotation', 'reaction']

/** Reads an export into an empty publication, all or nothing: its beginning to keep its pictures, then all of it to check and write it. */
export async function importPublication(order: PublicationImport): Promise<Arrived> {
  const { store, file, replaceDemo, dryRun, progress = () => {} } = order
  const { size } = await stat(file)
  if (await store.read((db) => holds(db, order))) return
  if (!replaceDemo) await refuseFilled(store)
  const settling: (() => Promise<void>)[] = []
  try {
    const kept = await keepPictures(order, settling)
    progress(0, size)
    return await writeOrRehearse(store, dryRun, (tx) => write(tx, order, kept, (read) => progress(read, size)))
  } finally {
    for (const settle of settling) await settle()
  }
}

/** Answers with the hashes of the pictures. */
async function keepPictures(
  { store, file, media, dryRun }: PublicationImport,
  settling: (() => Promise<void>)[],
): Promise<ReadonlySet<Value>> {
  const kept = new Set<Value>()
  const last = TABLES.findLastIndex(({ table }) => table in FILES)
  for await (const some of rowsIn(file)) {
    for (const read of some) {
      if (TABLES.findIndex(({ table }) => table === read.table.table) > last) return kept
      if (!(read.table.table in FILES)) continue
      const settle = await keep(read, store, dryRun ? undefined : media)
      if (settle) settling.push(settle)
      kept.add(read.row.hash!)
    }
  }
  return kept
}

/** Without a place for it, only looks whether the bytes are those of its hash. */
async function keep({ table, row, data, line }: ReadRow, store: Store, media: MediaStore | undefined) {
  const bytes = Buffer.from(data, 'base64')
  if (sha256(bytes) !== row.hash) throw atLine(line, 'the bytes of this picture are not those that its hash names.')
  if (media === undefined) return
  if (table.table === 'portrait') return void (await keepDrawn(media, bytes, line))
  const kept = await keepPicture(store, media, bytes).catch((error) => {
    throw isOfBytes(error) ? atLine(line, 'the bytes of this picture cannot be read as one.') : error
  })
  const { type, width, height, bytes: length } = kept
  const isSame = type === row.type && width === row.width && height === row.height && length === row.bytes
  if (isSame) return kept.settle
  await kept.settle()
  throw atLine(line, `this picture is said to be other than it is (${type}, ${width} × ${height}).`)
}

async function keepDrawn(media: MediaStore, bytes: Uint8Array, line: number): Promise<void> {
  await keepDrawnPortrait(media, bytes).catch((error) => {
    throw isOfBytes(error) ? atLine(line, 'the bytes of this portrait are none that Parley has drawn.') : error
  })
}

/** Whether the bytes are to blame, and not the place where they should be kept. */
function isOfBytes(error: unknown): boolean {
  return error instanceof Trouble && error.kind !== 'busy'
}

/** @NOTE the file is read inside the transaction, which is allowed here alone: nothing else writes while a publication arrives. */
async function write(
  tx: Writing,
  { file, replaceDemo, at }: PublicationImport,
  kept: ReadonlySet<Value>,
  progress: (read: number) => void,
) {
  if (replaceDemo) {
    await refuseChangedDemo(tx)
    await clearDemo(tx)
  }
  await refuseFilled(tx)
  await shiftIds(tx)
  const arrived = await tx.inBulk(LARGE, async () => {
    const counts = await writeRows(tx, batchesOf(rowsIn(file, progress)), (row) => {
      if (!kept.has(row.hash!)) throw new Refusal(`${file} changed while it was read. Nothing was imported.`)
    })
    await settleImported(tx)
    return counts
  })
  await mustFit(tx)
  await unshiftIds(tx)
  for (const { table, columns } of TABLES) if ('id' in columns && table !== 'publication') await tx.afterImport(table)
  await listAll(tx)
  tx.note(importDone, { at })
  return arrived
}

async function writeRows(tx: Writing, batches: AsyncIterable<ReadRow[]>, mustBeKept: (picture: ExportedRow) => void) {
  const arrived = new Map<string, number>()
  let cleaned = 0
  const seen = createSeen()
  await prefetching(batches, (rows) => {
    const { table } = rows[0]!.table
    if (table in FILES) for (const { row } of rows) mustBeKept(row)
    arrived.set(table, (arrived.get(table) ?? 0) + rows.length)
    cleaned += rows.filter(({ isCleaned }) => isCleaned).length
    return arrive(tx, rows, seen)
  })
  return Object.assign(arrived, { cleaned })
}

/** Rows of one table at a time. */
async function* batchesOf(rows: AsyncIterable<ReadRow[]>): AsyncGenerator<ReadRow[]> {
  let batch: ReadRow[] = []
  for await (const some of rows) {
    for (const row of some) {
      if (batch.length === AT_ONCE || (batch[0] && batch[0].table !== row.table)) {
        yield batch
        batch = []
      }
      batch.push(row)
    }
  }
  if (batch.length > 0) yield batch
}

/** The counts in one line. */
export function arrivedLine(arrived: NonNullable<Arrived>): string {
  const rows = [...arrived].map(([table, count]) => `${count} ${table}`)
  if (rows.length === 0) throw new Refusal('The export is empty; there is nothing to import.')
  const { cleaned = 0 } = arrived
  return cleaned === 0 ? rows.join(', ') : `${rows.join(', ')}; in ${cleaned} of them U+0000 was replaced by U+FFFD`
}
