import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../../kit/refusal.ts'
import type { AnyKysely, StoredTable } from '../database.ts'
import { refusalOf } from './sqlite-errors.ts'
import { connectAlone } from './sqlite-exclusive-lock.ts'
import { kyselyOver } from './sqlite-kysely.ts'
import { createRunner } from './sqlite-statements.ts'
import { tablesOf } from './sqlite-tables.ts'

/** A database file that nobody else can open, and in which nothing changes. */
export interface FrozenFile {
  db: AnyKysely
  tables(): Promise<StoredTable[]>
  /** Of all its bytes: the same again when nobody has written meanwhile. */
  fingerprint: string
  /** What is wrong with it, in sentences. */
  complaints: readonly string[]
  close(): void
}

/** Takes hold of a database file as it stands; throws a Refusal while another program has it open, and where it is none. */
export async function openFrozen(file: string): Promise<FrozenFile> {
  try {
    const connection = connectAlone(file)
    const { run } = createRunner(connection)
    const [checks, orphans] = ['quick_check', 'foreign_key_check'].map((name) => run(`pragma ${name}`, []).rows)
    const db = kyselyOver(({ sql, parameters }) => run(sql, parameters))
    return {
      db,
      tables: () => tablesOf(db),
      fingerprint: await hashOf(file),
      complaints: [
        ...(checks as { quick_check: string }[]).map((row) => row.quick_check).filter((words) => words !== 'ok'),
        ...(orphans as { table: string }[]).map(({ table }) => `a row of "${table}" points to one that is missing`),
      ],
      close: () => connection.close(),
    }
  } catch (error) {
    throw error instanceof Refusal ? error : refusalOf(error, file)
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
