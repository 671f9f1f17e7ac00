import { randomUUID } from 'node:crypto'
import { Refusal } from '../../kit/refusal.ts'
import type { AnyKysely, Database } from '../database.ts'
import { createTable } from '../migration.ts'
import type { CopyProgress } from './copy-tables.ts'
import type { RowKey } from './rows-by-key.ts'

/** Stands in a database while another is moved into it, and goes when that is done. */
export const MOVE_MARK = 'moveUnderWay'

const FROM = 'from'
const MOVER = 'mover'
const EMPTIED = 'emptied'
const TABLE = 'table '

/** Throws a Refusal where a move was broken off: only its end makes a publication of what arrived. */
export async function refuseHalfMoved({ migrator }: Database): Promise<void> {
  const tables = await migrator.introspection.getTables()
  if (!tables.some(({ name }) => name === MOVE_MARK)) return
  throw new Refusal(
    'A move into the database that PARLEY_DATABASE names was broken off. Run "npx parley move FILE" again; it goes on where it was.',
  )
}

/** What the mark says: of what, by whom, and how far. */
export interface MoveMark extends CopyProgress {
  /** Whether the tables are as empty as they must be before the first row. */
  readonly isEmptied: boolean
  emptied(tx: AnyKysely): Promise<unknown>
}

export async function layMark(target: Database, fingerprint: string): Promise<void> {
  await target.migrator.transaction().execute(async (tx) => {
    await createTable(tx, target.columns, MOVE_MARK)
      .addColumn('name', target.columns.text, (c) => c.primaryKey())
      .addColumn('value', target.columns.text, (c) => c.notNull())
      .execute()
    await tx.insertInto(MOVE_MARK).values({ name: FROM, value: fingerprint }).execute()
  })
}

/** Of which bytes a move was begun. */
export async function movedFrom(target: Database): Promise<string> {
  const mark = target.reader.selectFrom(MOVE_MARK).select('value').where('name', '=', FROM)
  return (await mark.executeTakeFirstOrThrow()).value
}

/** Takes a move over: whoever was at it before can bring nothing more. */
export async function takeMark(target: Database): Promise<MoveMark> {
  const mover = randomUUID()
  await target.transact((tx) => put(tx, MOVER, mover))
  const marks = target.reader.selectFrom(MOVE_MARK).select(['name', 'value'])
  const rows: { name: string; value: string }[] = await marks.$castTo<{ name: string; value: string }>().execute()
  const said = new Map(rows.map(({ name, value }) => [name, value]))

  async function mustBeOurs(tx: AnyKysely) {
    const mark = tx.updateTable(MOVE_MARK).set({ value: mover }).where('name', '=', MOVER).where('value', '=', mover)
    const ours = await mark.returning('name').execute()
    if (ours.length === 0) throw new Error('another process has taken this move over')
  }

  return {
    isEmptied: said.has(EMPTIED),
    async emptied(tx) {
      await mustBeOurs(tx)
      await put(tx, EMPTIED, 'yes')
    },
    upTo(table) {
      const key = said.get(`${TABLE}${table}`)
      return key === undefined ? undefined : (JSON.parse(key) as RowKey)
    },
    async arrived(tx, table, key) {
      await mustBeOurs(tx)
      await put(tx, `${TABLE}${table}`, JSON.stringify(key))
    },
  }
}

async function put(tx: AnyKysely, name: string, value: string) {
  const insert = tx.insertInto(MOVE_MARK).values({ name, value })
  await insert.onConflict((c) => c.column('name').doUpdateSet({ value })).execute()
}
