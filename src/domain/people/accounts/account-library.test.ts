import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getMigrations } from 'better-auth/db/migration'
import { STORES } from '../../../../test/support/stores.ts'
import { libraryOptions, libraryPlugins, seal, unseal } from './account-library.ts'

for (const { name, openStore } of STORES) {
  test(`better-auth finds nothing to add to our tables on ${name}`, async () => {
    await using open = await openStore()
    const settings = { database: open.store.database, secret: 's'.repeat(32), url: 'https://review.example' }
    const options = { ...libraryOptions(settings), plugins: await libraryPlugins(), logger: { disabled: true } }
    const { toBeCreated, toBeAdded, schemaProblems } = await getMigrations(options)
    assert.deepEqual({ toBeCreated, toBeAdded, schemaProblems }, { toBeCreated: [], toBeAdded: [], schemaProblems: [] })
  })
}

test('what is sealed opens with its key alone', async () => {
  const sealed = await seal('token', 'one key')
  assert.equal(await unseal(sealed, 'one key'), 'token')
  await assert.rejects(() => unseal(sealed, 'another key'))
})
