import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STORES } from '../../../test/support/stores.ts'
import type { AnyTables, Store } from '../../store/index.ts'
import { engineOn } from './engines.ts'

const WORDS = ['apple', 'pear', 'quince', 'xylquomp']
const [MANY, SECRET] = [3_000, 'xylquomp']

for (const { name, openStore } of STORES.filter((one) => one.name === 'SQLite'))
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

async function holds(store: Store, text: string): Promise<boolean> {
  const rows = await store.look<AnyTables>().selectFrom('searchIndex_data').select('block').execute()
  return rows.some(({ block }) => Buffer.from(block as unknown as Uint8Array).includes(text))
}
