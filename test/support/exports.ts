import assert from 'node:assert/strict'
import { onDisk } from '../../src/domain/media/index.ts'
import { fillDemo } from '../../src/exchange/demo/index.ts'
import { exportPublication, importPublication } from '../../src/exchange/parley/index.ts'
import { EXIT, Refusal } from '../../src/kit/refusal.ts'
import type { AnyTables } from '../../src/store/index.ts'
import { smallDemo } from './small-demo.ts'
import { type OpenStore, STORES } from './stores.ts'

/** When the tests of the own format take place: what is exported is of noon, and comes later. */
export const NOON = 1_790_000_000_000
export const LATER = NOON + 1

let demo: Promise<string[]> | undefined

/** The lines of an export of the demo. */
export function demoLines(): Promise<string[]> {
  demo ??= (async () => {
    await using store = await STORES[0]!.openStore()
    await fillDemo({ ...into(store), folder: await smallDemo(), at: NOON })
    return (await exported(store)).split('\n')
  })()
  return demo
}

/** What a publication's export holds. */
export async function exported({ store, folder }: OpenStore, { withoutLast = false } = {}): Promise<string> {
  const lines: string[] = []
  await store.read(async (db) => {
    for await (const line of exportPublication(db, onDisk(folder))) lines.push(line)
  })
  return (withoutLast ? lines.slice(0, -1) : lines).join('')
}

/** Where an import goes. */
export function into({ store, folder }: OpenStore) {
  return { store, media: onDisk(folder) }
}

const ORDERS: Record<string, string[]> = {
  discussion: ['articleId'],
  journal: ['seq'],
  profile: ['personId'],
  hiddenHistory: ['personId'],
}

/** All rows of a table, in their order. */
export async function rowsOf({ store }: OpenStore, table: string) {
  let rows = store.look<AnyTables>().selectFrom(table).selectAll()
  for (const column of ORDERS[table] ?? ['id']) rows = rows.orderBy(column)
  return (await rows.execute()).map((row) => ({ ...row }))
}

/** Fails unless a file is refused with that sentence. */
export async function refused({ store, folder }: OpenStore, file: string, said: RegExp, more = {}) {
  await assert.rejects(importPublication({ store, media: onDisk(folder), file, at: LATER, ...more }), (error) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.match(error.message, said)
    assert.equal(error.exit, EXIT.input)
    return true
  })
}
