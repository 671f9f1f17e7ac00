import { stat } from 'node:fs/promises'
import { settleArrived } from '../../domain/discussion/index.ts'
import { keepPicture } from '../../domain/media/index.ts'
import { comeBack, standAside } from '../../domain/people/index.ts'
import { sha256 } from '../../kit/hash.ts'
import { Refusal } from '../../kit/refusal.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Store, Writing } from '../../store/index.ts'
import { arrive } from './arrive.ts'
import { clearDemo, refuseFilled } from './clear.ts'
import { mustFit } from './fit.ts'
import { holds } from './holds.ts'
import { atLine } from './lines.ts'
import { type ReadRow, rowsIn } from './rows.ts'
import { PICTURES, TABLES } from './tables.ts'

export interface PublicationImport {
  store: Store
  file: string
  mediaFolder: string
  /** The moment that the journal's entry carries. */
  at: number
  replaceDemo?: boolean | undefined
  /** Reads, checks and counts, and leaves everything as it is. */
  dryRun?: boolean | undefined
  progress?: ((done: number, all: number) => void) | undefined
}

/** How many rows of each table arrived; undefined when the publication held exactly these already. */
export type Arrived = ReadonlyMap<string, number> | undefined

const AT_ONCE = 500

/** Reads an export into an empty publication, all or nothing: once to check it and keep its pictures, once to write it. */
export async function importPublication(order: PublicationImport): Promise<Arrived> {
  const { store, file, replaceDemo, dryRun, progress = () => {} } = order
  const { size } = await stat(file)
  if (await store.read((db) => holds(db, order))) return
  if (!replaceDemo) await refuseFilled(store)
  await keepPictures(order, (bytes) => progress(bytes, 2 * size))
  const enough = new Error('the rehearsal is over')
  let arrived: Arrived
  const written = store.write(async (tx) => {
    arrived = await write(tx, order, (bytes) => progress(size + bytes, 2 * size))
    if (dryRun) throw enough
  })
  await written.catch((error) => {
    if (error !== enough) throw error
  })
  return arrived
}

/** Checks every row by itself, too. @NOTE files that a failure leaves behind are harmless: they are found again by their bytes. */
async function keepPictures({ store, file, mediaFolder, dryRun }: PublicationImport, read: (bytes: number) => void) {
  for await (const { table, row, data, line } of rowsIn(file, read)) {
    if (table.table !== PICTURES) continue
    const bytes = Buffer.from(data, 'base64')
    if (sha256(bytes) !== row.hash) throw atLine(line, 'the bytes of this picture are not those that its hash names.')
    if (dryRun) continue
    const kept = await keepPicture(store, mediaFolder, bytes).catch((error) => {
      throw error instanceof Trouble ? atLine(line, 'the bytes of this picture cannot be read as one.') : error
    })
    const { type, width, height, bytes: length } = kept
    const isSame = type === row.type && width === row.width && height === row.height && length === row.bytes
    if (!isSame) throw atLine(line, `this picture is said to be other than it is (${type}, ${width} × ${height}).`)
  }
}

/** @NOTE the file is read inside the transaction, which is allowed here alone: nothing else writes while a publication arrives. */
async function write(tx: Writing, { file, replaceDemo, at }: PublicationImport, read: (bytes: number) => void) {
  if (replaceDemo) await clearDemo(tx)
  await refuseFilled(tx)
  await standAside(tx)
  const arrived = new Map<string, number>()
  for await (const rows of batchesIn(file, read)) {
    await arrive(tx, rows)
    const { table } = rows[0]!.table
    arrived.set(table, (arrived.get(table) ?? 0) + rows.length)
  }
  await settleArrived(tx)
  await mustFit(tx)
  await comeBack(tx)
  for (const { table, columns } of TABLES) if ('id' in columns && table !== 'publication') await tx.afterImport(table)
  tx.note({ kind: 'import.done', at })
  return arrived
}

/** Rows of one table at a time. */
async function* batchesIn(file: string, read: (bytes: number) => void): AsyncGenerator<ReadRow[]> {
  let batch: ReadRow[] = []
  for await (const row of rowsIn(file, read)) {
    if (batch.length === AT_ONCE || (batch[0] && batch[0].table !== row.table)) {
      yield batch
      batch = []
    }
    batch.push({ ...row, data: '' })
  }
  if (batch.length > 0) yield batch
}

/** The counts in one line. */
export function toldArrived(arrived: NonNullable<Arrived>): string {
  const rows = [...arrived].map(([table, count]) => `${count} ${table}`)
  if (rows.length === 0) throw new Refusal('The export is empty; there is nothing to import.')
  return rows.join(', ')
}
