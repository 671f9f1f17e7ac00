import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cookieHeader, signInOn, type TestSignIn } from '../../../../test/support/sign-in-context.ts'
import { STORES } from '../../../../test/support/stores.ts'
import { MINUTE_MS } from '../../../kit/clock.ts'
import { openLink, signInByLink } from '../sign-in/by-link.ts'
import { browserCookie } from '../sign-in/sign-in-request.ts'
import { setPassword } from './passwords.ts'

const TERN = 'tern@review.example'
const PASSWORD = 'low water at six'

for (const { name, openStore } of STORES) {
  describe(`sessions on ${name}`, () => {
    test('the cookie is bound to the host on https, and goes without Secure on http', async () => {
      await using open = await openStore()
      const https = await arrive(signInOn(open.store))
      assert.match(https.line, /^__Host-parley=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
      const http = await arrive(signInOn(open.store, 'http://127.0.0.1:3000'))
      assert.match(http.line, /^parley=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    })

    test('nobody is signed in by a cookie that was not given', async () => {
      await using open = await openStore()
      const at = signInOn(open.store)
      const { accounts } = at.context
      const { cookies } = await arrive(at)
      const [value] = cookies.split('.')
      for (const forged of [
        undefined,
        '',
        '__Host-parley=',
        '__Host-parley=x',
        value,
        `${cookies}x`,
        cookies.replace('__Host-', ''),
      ]) {
        assert.equal(await accounts.signedIn(forged), undefined, `${forged}`)
      }
    })

    test('signing out ends one session, everywhere ends all', async () => {
      await using open = await openStore()
      const at = signInOn(open.store)
      const { accounts } = at.context
      const [first, second, third] = [await arrive(at), await arrive(at), await arrive(at)]
      const gone = await accounts.leave(first.cookies)
      assert.match(gone[0]!, /^__Host-parley=; Max-Age=0; /)
      assert.equal(await accounts.signedIn(first.cookies), undefined)
      assert.ok(await accounts.signedIn(second.cookies))
      await accounts.leaveEverywhere(third.cookies)
      assert.equal(await accounts.signedIn(second.cookies), undefined)
      assert.equal(await accounts.signedIn(third.cookies), undefined)
    })

    test('a new password ends all other sessions and every open link', async () => {
      await using open = await openStore()
      const at = signInOn(open.store)
      const { accounts } = at.context
      const [here, elsewhere] = [await arrive(at), await arrive(at)]
      const link = await at.ask(TERN, browserCookie())
      await setPassword(at.context, here.cookies, { current: '', password: PASSWORD, client: 'c' })
      assert.ok(await accounts.signedIn(here.cookies))
      assert.equal(await accounts.signedIn(elsewhere.cookies), undefined)
      await assert.rejects(openLink(at.context, link, undefined), { key: 'link.spent' })
    })

    test('a password is changed by who knows it, or has just come in by a link', async () => {
      await using open = await openStore()
      const at = signInOn(open.store)
      let { cookies } = await arrive(at)
      const change = async (current: string, password: string, by = cookies) => {
        cookies = cookieHeader(await setPassword(at.context, by, { current, password, client: 'c' }))
      }
      await change('', PASSWORD)
      at.wait(16 * MINUTE_MS)
      await assert.rejects(change('', 'another password'), { key: 'password.wrong' })
      await assert.rejects(change('high water at six', 'another password'), { key: 'password.wrong' })
      await change(PASSWORD, 'another password')
      await assert.rejects(change('another password', 'too short'), { key: 'password.too-short', args: { limit: 10 } })
      await assert.rejects(change('another password', 'x'.repeat(129)), { key: 'password.too-long' })
      await assert.rejects(change('', 'nobody is signed in', ''), { key: 'person.unknown' })
    })
  })
}

async function arrive({ context, ask }: TestSignIn) {
  const browser = browserCookie()
  const { cookies } = await signInByLink(context, await ask(TERN, browser), browser)
  return { line: cookies[0]!, cookies: cookieHeader(cookies) }
}
