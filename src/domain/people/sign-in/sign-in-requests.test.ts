import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STORES } from '../../../../test/support/stores.ts'
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts'
import { sha256 } from '../../../kit/hash.ts'
import { add, openByToken, use } from './sign-in-requests.ts'

const REQUEST = {
  browserHash: null,
  sealedToken: null,
  mailHash: sha256('tern@review.example'),
  name: null,
  next: null,
  consentHash: null,
  consentLanguage: null,
}

for (const { name, openStore } of STORES) {
  test(`a request is used up once, even by many at once, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    await store.write((tx) => add(tx, { ...REQUEST, tokenHash: sha256('token'), createdAt: 1 }))
    const { id } = (await openByToken(store, 'token', 2))!
    const uses = await Promise.all(Array.from({ length: 8 }, () => store.write((tx) => use(tx, id, 2))))
    assert.equal(uses.filter(({ value }) => value).length, 1)
    assert.equal(await openByToken(store, 'token', 2), undefined)
  })

  test(`requests are open for ten minutes and forgotten after a day, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const ask = (token: string, createdAt: number) =>
      store.write((tx) => add(tx, { ...REQUEST, tokenHash: sha256(token), createdAt }))
    await ask('first', 0)
    assert.ok(await openByToken(store, 'first', 10 * MINUTE_MS - 1))
    assert.equal(await openByToken(store, 'first', 10 * MINUTE_MS), undefined)
    await ask('second', DAY_MS)
    await ask('third', DAY_MS + 1)
    const kept = store.look<{ signInRequest: { id: number; tokenHash: string } }>().selectFrom('signInRequest')
    const hashes = (await kept.selectAll().orderBy('id').execute()).map(({ tokenHash }) => tokenHash)
    assert.deepEqual(hashes, [sha256('second'), sha256('third')])
  })
}
