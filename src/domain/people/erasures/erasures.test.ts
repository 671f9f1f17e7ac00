import assert from 'node:assert/strict'
import { appendFile, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { STORES } from '../../../../test/support/stores.ts'
import type { Store } from '../../../store/index.ts'
import { join } from '../joining.ts'
import type { Erasure } from './erasure.ts'
import { noteErasure } from './erasure-list.ts'
import { markErased, reapplyErasures } from './erasures.ts'

for (const { name, openStore } of STORES) {
  test(`whom the list names and the database does not know as erased is erased again, once, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const list = path.join(open.folder, 'beside', 'erasures.jsonl')
    const again = () => carriedOut(store, list)
    assert.deepEqual(await again(), [])

    const [gull, tern, skua] = await Promise.all([
      joined(store, 'Gull', 10),
      joined(store, 'Tern', 20),
      joined(store, 'Skua', 30),
    ])
    await noteErasure(list, { personId: gull.id, joinedAt: 10, leaves: 'nameless', at: 50 })
    await noteErasure(list, { personId: tern.id, joinedAt: 20, leaves: 'nameless', at: 60 })
    await noteErasure(list, { personId: tern.id, joinedAt: 20, leaves: 'tombstones', at: 70 })
    const other = { personId: skua.id, joinedAt: 29, leaves: 'nameless', at: 80 } as const
    await noteErasure(list, other)
    assert.deepEqual(await again(), [
      { personId: gull.id, joinedAt: 10, leaves: 'nameless', at: 50 },
      { personId: tern.id, joinedAt: 20, leaves: 'tombstones', at: 70 },
    ])
    assert.deepEqual(await again(), [])
  })
}

test("the list names nobody, is its owner's alone, and survives a line that a crash tore", async () => {
  await using open = await STORES[0]!.openStore()
  const { store } = open
  const list = path.join(open.folder, 'erasures.jsonl')
  const [gull, tern] = [await joined(store, 'Gull', 10), await joined(store, 'Tern', 20)]
  await noteErasure(list, { personId: gull.id, joinedAt: 10, leaves: 'nameless', at: 50 })
  assert.equal((await stat(list)).mode & 0o777, 0o600)
  assert.equal(await readFile(list, 'utf8'), `{"person":${gull.id},"joined":10,"leaves":"nameless","at":50}\n`)
  await appendFile(list, '{"person":7,"joi')
  assert.equal((await carriedOut(store, list)).length, 1)

  await noteErasure(list, { personId: tern.id, joinedAt: 20, leaves: 'tombstones', at: 60 })
  const [{ personId } = {}] = await carriedOut(store, list)
  assert.equal(personId, tern.id)
  await appendFile(list, '{"person":7,"name":"Skua"}\n')
  await assert.rejects(carriedOut(store, list), /erasures\.jsonl lists the erasures, and its line 4 is none/)
})

/** Carries the list out by an erasing that keeps what it was given. */
async function carriedOut(store: Store, list: string): Promise<Erasure[]> {
  const seen: Erasure[] = []
  const count = await reapplyErasures(store, list, async (_store, erasure) => {
    seen.push(erasure)
    await store.write((tx) => markErased(tx, erasure))
  })
  assert.equal(count, seen.length)
  return seen
}

async function joined(store: Store, called: string, at: number) {
  return (await store.write((tx) => join(tx, { accountId: called, name: called, at }))).value
}
