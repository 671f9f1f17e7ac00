import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STORES } from '../../../../test/support/stores.ts'
import { entriesSince, type Store } from '../../../store/index.ts'
import { join } from '../joining.ts'
import type { PersonId } from '../person.ts'
import { claimPlaceholder } from './claims.ts'
import type { Holder } from './holder.ts'
import { personNamed } from './placeholders.ts'

for (const { name, openStore } of STORES) {
  test(`a placeholder's words and names go to the person they belong to, once, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const { placeholder, person } = await bothIn(store)
    const handed: PersonId[][] = []
    const holder: Holder = {
      name: 'test',
      hand: async (_, from, to) => void handed.push([from, to]),
      giveBack: async () => {},
    }
    const claim = { placeholderId: placeholder.id, personId: person.id, byId: null, at: 5 }

    await store.write((tx) => claimPlaceholder(tx, [holder], claim))
    assert.deepEqual(handed, [[placeholder.id, person.id]])
    const aliases = await store
      .look<{ personAlias: { personId: number; name: string } }>()
      .selectFrom('personAlias')
      .selectAll()
      .execute()
    assert.deepEqual(
      aliases.map(({ personId, name }) => [personId, name]),
      [[person.id, 'kotofey']],
    )
    const kinds = (await entriesSince(store, 0)).map(({ kind, about }) => [kind, about])
    assert.deepEqual(kinds.slice(-2), [
      ['person.claimed', person.id],
      ['person.renamed', placeholder.id],
    ])

    await assert.rejects(
      store.write((tx) => claimPlaceholder(tx, [holder], claim)),
      { key: 'claim.claimed' },
    )
    assert.equal(handed.length, 1)
  })

  test(`what is no placeholder cannot be claimed, nor by one, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const { placeholder, person } = await bothIn(store)
    const claim = (placeholderId: PersonId, personId: PersonId) =>
      store.write((tx) => claimPlaceholder(tx, [], { placeholderId, personId, byId: null, at: 5 }))
    await assert.rejects(claim(person.id, person.id), { key: 'claim.has-account' })
    await assert.rejects(claim(placeholder.id, placeholder.id), { key: 'person.placeholder' })
    await assert.rejects(claim(99 as PersonId, person.id), { key: 'person.missing' })
  })
}

async function bothIn(store: Store) {
  const { value } = await store.write(async (tx) => ({
    placeholder: await personNamed(tx, 'kotofey'),
    person: await join(tx, { accountId: 'account', name: 'Cat', at: 1 }),
  }))
  return value
}
