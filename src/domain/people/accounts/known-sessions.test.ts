import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cookieHeader, signInOn } from '../../../../test/support/sign-in-context.ts'
import { STORES } from '../../../../test/support/stores.ts'
import type { Store } from '../../../store/index.ts'
import { add as addPerson } from '../people.ts'
import { signInByLink } from '../sign-in/by-link.ts'
import { browserCookie } from '../sign-in/sign-in-request.ts'

interface AuthTables {
  authSession: { token: string }
}

for (const { name, openStore } of STORES) {
  describe(`a session that is known already, on ${name}`, () => {
    test('stays the same person, and is a stranger as soon as another process has ended it', async () => {
      await using open = await openStore()
      const { accounts, cookies } = await arrive(open.store)
      const first = await accounts.signedIn(cookies)
      const again = await accounts.signedIn(`canary=1; ${cookies}`)
      assert.deepEqual(again, { ...first, cookies: [] })
      await open.store.write((tx) => tx.change<AuthTables>().deleteFrom('authSession').execute())
      assert.equal(await accounts.signedIn(cookies), undefined)
    })

    test('is not lent to a cookie with another signature', async () => {
      await using open = await openStore()
      const { accounts, cookies } = await arrive(open.store)
      assert.ok(await accounts.signedIn(cookies))
      const [token] = cookies.split('.')
      for (const forged of [token!, `${token}.`, `${token}.AAAA`, `${cookies}A`])
        assert.equal(await accounts.signedIn(forged), undefined, forged)
    })

    test('says who that was when it was last asked, and nothing to a cookie that it does not know', async () => {
      await using open = await openStore()
      const { accounts, cookies } = await arrive(open.store)
      assert.equal(accounts.likely(cookies), undefined)
      const { accountId } = (await accounts.signedIn(cookies))!
      const tern = { accountId, name: 'Tern', nameKey: 'tern', createdAt: 1 }
      const { id } = (await open.store.write((tx) => addPerson(tx, tern))).value
      assert.equal((await accounts.signedIn(cookies))?.person?.id, id)
      assert.equal(accounts.likely(`canary=1; ${cookies}`), id)
      assert.equal(accounts.likely(`${cookies}A`), undefined)
      await open.store.write((tx) => tx.change<AuthTables>().deleteFrom('authSession').execute())
      await accounts.signedIn(cookies)
      assert.equal(accounts.likely(cookies), undefined)
    })
  })
}

async function arrive(store: Store) {
  const at = signInOn(store)
  const { accounts } = at.context
  const mark = browserCookie()
  const { cookies } = await signInByLink(at.context, await at.ask('tern@review.example', mark), mark)
  return { accounts, cookies: cookieHeader(cookies) }
}
