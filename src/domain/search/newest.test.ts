import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STORES } from '../../../test/support/stores.ts'
import { articleEngineOn } from './engines.ts'

const [MANY, OLD, RARE] = [2_500, 100, 800]
const LIMIT = 5

for (const { name, openStore } of STORES)
  test(`the newest that hold a word are found on ${name}, whether many hold it, a few old ones, or none`, async () => {
    await using open = await openStore()
    const { store } = open
    const engine = articleEngineOn(store.database.reader)
    const termsOf = (id: number) => ['ferry', ...(id <= OLD ? ['quay'] : []), ...(id % RARE === 0 ? ['gull'] : [])]
    const texts = Array.from({ length: MANY }, (_, at) => ({ id: at + 1, terms: termsOf(at + 1) }))
    await store.write((tx) => engine.put(tx, texts))
    const newest = (terms: string[], more: { butNot?: string; from?: number; before?: number } = {}) => {
      const [butNot, { from, before = MANY + 1 }] = [more.butNot ? [[more.butNot]] : undefined, more]
      return engine.newest(store, { wanted: terms.map((term) => [term]), butNot, from, before, limit: LIMIT })
    }
    assert.deepEqual(await newest(['ferry']), [2_500, 2_499, 2_498, 2_497, 2_496])
    assert.deepEqual(await newest(['ferry'], { before: 3 }), [2, 1])
    assert.deepEqual(await newest(['ferry'], { from: 2_499 }), [2_500, 2_499])
    assert.deepEqual(await newest(['quay']), [100, 99, 98, 97, 96])
    assert.deepEqual(await newest(['quay', 'ferry'], { from: 99 }), [100, 99])
    assert.deepEqual(await newest(['gull']), [2_400, 1_600, 800])
    assert.deepEqual(await newest(['gull'], { before: 2_400, butNot: 'quay' }), [1_600, 800])
    assert.deepEqual(await newest(['ferry'], { butNot: 'ferry' }), [])
    assert.deepEqual(await newest(['zeppelin']), [])
  })
