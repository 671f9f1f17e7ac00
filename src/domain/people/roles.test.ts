import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STORES } from '../../../test/support/stores.ts'
import { join } from './joining.ts'
import { personNamed } from './names/placeholders.ts'
import type { PersonId, Role } from './person.ts'
import { grantRole } from './roles.ts'

for (const { name, openStore } of STORES) {
  test(`roles go to people with an account, and one administrator stays, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const { value } = await store.write(async (tx) => ({
      placeholder: await personNamed(tx, 'Tern'),
      first: await join(tx, { accountId: 'a', name: 'Skua', role: 'admin', at: 1 }),
      second: await join(tx, { accountId: 'b', name: 'Gull', at: 1 }),
    }))
    const { placeholder, first, second } = value
    const grant = async (id: PersonId, role: Role) => (await store.write((tx) => grantRole(tx, id, role, 2))).value.role
    await assert.rejects(grant(placeholder.id, 'moderator'), { key: 'person.placeholder' })
    await assert.rejects(grant(first.id, 'reader'), { key: 'role.last-administrator' })
    assert.equal(await grant(second.id, 'admin'), 'admin')
    assert.equal(await grant(first.id, 'moderator'), 'moderator')
    await assert.rejects(grant(second.id, 'editor'), { key: 'role.last-administrator' })
  })

  test(`a name belongs to one person on ${name}`, async () => {
    await using open = await openStore()
    const joining = (accountId: string, called: string) =>
      open.store.write((tx) => join(tx, { accountId, name: called, at: 1 }))
    const together = await Promise.allSettled(['a', 'b', 'c'].map((account) => joining(account, 'Ivan')))
    assert.equal(together.filter(({ status }) => status === 'fulfilled').length, 1)
    await assert.rejects(joining('d', 'lvan'), { key: 'name.taken' })
    const { value: again } = await joining('e', 'Gull')
    assert.deepEqual((await joining('e', 'Another')).value, again)
  })
}
