import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STORES } from '../../../../test/support/stores.ts'
import type { Store } from '../../../store/index.ts'
import { recorded } from '../../audit/index.ts'
import { join } from '../joining.ts'
import { personNamed } from '../names/placeholders.ts'
import type { PersonId } from '../person.ts'
import { grantsTo, rolesOf } from './grants.ts'
import type { Role } from './role.ts'
import { giveRole, takeRole } from './roles.ts'

for (const { name, openStore } of STORES) {
  test(`roles go to people with an account, each with its limits and its story, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const { placeholder, first, second } = await three(store)
    const give = (personId: PersonId, role: Role, more: object = {}) =>
      store.write((tx) => giveRole(tx, { personId, role, byId: first.id, at: 2, ...more }))
    const roles = async (id: PersonId) => (await rolesOf(store, id)).map(({ role }) => role)
    const limits = { sections: ['ports'], languages: ['ru', 'de'] }

    await assert.rejects(give(placeholder.id, 'moderator'), { key: 'person.placeholder' })
    await assert.rejects(give(99 as PersonId, 'moderator'), { key: 'person.missing' })
    await assert.rejects(give(second.id, 'editor', { limits }), { key: 'role.without-limits' })
    await assert.rejects(give(second.id, 'translator', { limits }), { key: 'role.without-limits' })
    await give(second.id, 'moderator', { limits })
    await give(second.id, 'translator', { limits: { ...limits, sections: [] } })
    assert.deepEqual(await rolesOf(store, second.id), [
      { role: 'moderator', sections: ['ports'], languages: ['de', 'ru'] },
      { role: 'translator', sections: [], languages: ['de', 'ru'] },
    ])
    await give(second.id, 'moderator', { limits: { ...limits, languages: ['de', 'ru'] } })
    await give(second.id, 'moderator', { at: 3 })
    await store.write((tx) => takeRole(tx, { personId: second.id, role: 'translator', byId: null, at: 4 }))
    assert.deepEqual(await roles(second.id), ['moderator'])
    const story = await grantsTo(store, second.id, 10)
    assert.deepEqual(
      story.map(({ role, sections, grantedById, takenById, takenAt }) => [
        role,
        sections,
        grantedById,
        takenById,
        takenAt,
      ]),
      [
        ['moderator', [], first.id, null, null],
        ['translator', [], first.id, null, 4],
        ['moderator', ['ports'], first.id, first.id, 3],
      ],
    )
    const entries = await recorded(store, { person: second.id }, 10)
    assert.deepEqual(
      entries.map(({ act, byId, before, after }) => [act, byId, before?.sections, after?.sections]),
      [
        ['role-taken', null, [], undefined],
        ['role-given', first.id, ['ports'], []],
        ['role-given', first.id, undefined, []],
        ['role-given', first.id, undefined, ['ports']],
      ],
    )
  })

  test(`nobody raises themselves, and one administrator stays, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const { first, second } = await three(store)
    const at = 2
    const give = (personId: PersonId, role: Role, byId: PersonId | null) =>
      store.write((tx) => giveRole(tx, { personId, role, byId, at }))
    const take = (personId: PersonId, byId: PersonId | null) =>
      store.write((tx) => takeRole(tx, { personId, role: 'admin', byId, at }))
    await assert.rejects(give(second.id, 'editor', second.id), { key: 'who.admins' })
    await assert.rejects(give(first.id, 'editor', first.id), { key: 'role.not-to-oneself' })
    await assert.rejects(take(first.id, second.id), { key: 'who.admins' })
    await assert.rejects(take(first.id, first.id), { key: 'role.last-administrator' })
    await give(second.id, 'admin', first.id)
    const both = await Promise.allSettled([take(first.id, second.id), take(second.id, first.id)])
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
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

async function three(store: Store) {
  const { value } = await store.write(async (tx) => {
    const placeholder = await personNamed(tx, 'Tern')
    const first = await join(tx, { accountId: 'a', name: 'Skua', at: 1 })
    await giveRole(tx, { personId: first.id, role: 'admin', byId: null, at: 1 })
    return { placeholder, first, second: await join(tx, { accountId: 'b', name: 'Gull', at: 1 }) }
  })
  return value
}
