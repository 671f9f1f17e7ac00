import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STORES } from '../../../test/support/stores.ts'
import type { AnyTables, Store } from '../../store/index.ts'
import { engineOn } from './engines.ts'

const WORDS = ['apple', 'pear', 'quince', 'xylquomp']
const [MANY, SECRET] = [3_000, 'xylquomp']
const LONG = 200

const ON_SQLITE = STORES.filter(({ name }) => name === 'SQLite')

for (const { name, openStore } of ON_SQLITE) {
  test(`what was dropped leaves the bytes of the index on ${name}, a bounded stretch at a time`, async () => {
    await using open = await openStore()
    const { store } = open
    const engine = engineOn(store.database.reader)
    const texts = Array.from({ length: MANY }, (_, n) => ({ id: n + 1, terms: [`term${n}`, WORDS[n % 3]!] }))
    for (let n = 0; n < MANY; n += 500) await store.write((tx) => engine.put(tx, texts.slice(n, n + 500)))
    await store.write((tx) => engine.put(tx, [{ id: MANY + 1, terms: [SECRET] }]))
    await store.write((tx) => engine.drop(tx, [MANY + 1]))
    assert.ok(await holds(store, SECRET.slice(1)), 'a dropped term stands in the index until it is compacted')

    let turns = 1
    for (let isFirst = true; (await store.write((tx) => engine.compact(tx, isFirst))).value; turns++) isFirst = false
    assert.ok(!(await holds(store, SECRET.slice(1))))
    assert.ok(await holds(store, 'quince'.slice(1)))
    assert.ok(turns < 20, `${turns} turns`)
  })

  test(`what is forgotten bit by bit is written anew in between on ${name}, so that little is left for one go`, async () => {
    await using open = await openStore()
    const { store } = open
    const engine = engineOn(store.database.reader)
    const ids = Array.from({ length: MANY }, (_, n) => n + 1)
    await store.write((tx) =>
      engine.put(
        tx,
        ids.map((id) => ({ id, terms: [`${id}`.padEnd(LONG, 'x')] })),
      ),
    )
    const before = await blocksOf(store)
    for (let n = 0; n < MANY; n += 100) {
      while ((await store.write((tx) => engine.tidy(tx))).value);
      await store.write((tx) => engine.forget(tx, ids.slice(n, n + 100)))
    }
    const left = await blocksOf(store)
    assert.ok(left.length < before.length / 4, `${left.length} of ${before.length} blocks`)
  })
}

async function holds(store: Store, text: string): Promise<boolean> {
  return (await blocksOf(store)).some((block) => block.includes(text))
}

async function blocksOf(store: Store): Promise<Buffer[]> {
  const rows = await store.look<AnyTables>().selectFrom('searchIndex_data').select('block').execute()
  return rows.map(({ block }) => Buffer.from(block as unknown as Uint8Array))
}
