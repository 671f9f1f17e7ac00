import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cookieHeader, signInOn } from '../../../../test/support/sign-in-context.ts'
import { STORES } from '../../../../test/support/stores.ts'
import { MINUTE_MS } from '../../../kit/clock.ts'
import { setPassword } from '../accounts/passwords.ts'
import { nameKey } from '../names/name-key.ts'
import { add } from '../people.ts'
import { operatorLink } from './asking-for-links.ts'
import { openLink, signInByCode, signInByLink } from './by-link.ts'
import { signInByPassword } from './by-password.ts'
import { browserCookie } from './sign-in-request.ts'

const SPENT = { key: 'link.spent' }
const TERN = 'tern@review.example'

for (const { name, openStore } of STORES) {
  describe(`signing in on ${name}`, () => {
    test('a link makes the account, gives the name wished for, and leads on', async () => {
      await using open = await openStore()
      const { context, ask, letters } = signInOn(open.store)
      const browser = browserCookie()
      const token = await ask(TERN, browser, { name: 'Tern', next: '/en/tides' })
      assert.deepEqual(letters, [{ to: TERN, known: false, link: token, language: 'en' }])
      assert.equal(await openLink(context, token, browser), undefined)

      const { person, next, cookies } = await signInByLink(context, token, browser)
      assert.deepEqual([person?.name, next], ['Tern', '/en/tides'])
      assert.equal((await context.accounts.signedIn(cookieHeader(cookies)))?.accountId, person?.accountId)

      await ask(TERN, browser)
      assert.equal(letters.at(-1)?.known, true)
    })

    test('a link works once, and for ten minutes', async () => {
      await using open = await openStore()
      const { context, ask, wait } = signInOn(open.store)
      const browser = browserCookie()
      const token = await ask(TERN, browser)
      await signInByLink(context, token, browser)
      await assert.rejects(signInByLink(context, token, browser), SPENT)
      await assert.rejects(openLink(context, token, browser), SPENT)
      await assert.rejects(context.accounts.byToken(token), SPENT)

      const late = await ask(TERN, browser)
      wait(10 * MINUTE_MS)
      await assert.rejects(openLink(context, late, browser), SPENT)
      await assert.rejects(signInByLink(context, late, browser), SPENT)
    })

    test('of many who use one link at once, one gets in', async () => {
      await using open = await openStore()
      const { context, ask } = signInOn(open.store)
      const browser = browserCookie()
      const token = await ask(TERN, browser)
      const all = await Promise.allSettled(Array.from({ length: 16 }, () => signInByLink(context, token, browser)))
      assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
    })

    test('in another browser a link lets nobody in and shows a code for the one that asked', async () => {
      await using open = await openStore()
      const { context, ask } = signInOn(open.store)
      const asking = browserCookie()
      const token = await ask(TERN, asking)
      for (const other of [browserCookie(), undefined]) {
        await assert.rejects(signInByLink(context, token, other), SPENT)
        const { code } = (await openLink(context, token, other))!
        assert.match(code, /^\d{8}$/)
        await assert.rejects(signInByCode(context, code, other, 'c'), SPENT)
      }
      const { code } = (await openLink(context, token, undefined))!
      const typed = `${code.slice(0, 4)} ${code.slice(4)}`
      assert.equal((await signInByCode(context, typed, asking, 'c')).cookies.length, 1)
      await assert.rejects(signInByCode(context, code, asking, 'c'), SPENT)
      await assert.rejects(signInByLink(context, token, asking), SPENT)
    })

    test('the fifth try of a code may be right, the sixth is none', async () => {
      await using open = await openStore()
      const { context, ask } = signInOn(open.store)
      const fifth = async (then: (code: string, browser: string) => Promise<unknown>) => {
        const browser = browserCookie()
        const { code } = (await openLink(context, await ask(TERN, browser), undefined))!
        const wrong = code === '12345678' ? '87654321' : '12345678'
        for (const left of [4, 3, 2, 1]) {
          await assert.rejects(signInByCode(context, wrong, browser, 'c'), { key: 'code.wrong', args: { left } })
        }
        await then(code, browser)
        await assert.rejects(signInByCode(context, code, browser, 'c'), SPENT)
      }
      await fifth((code, browser) => signInByCode(context, code, browser, 'c'))
      await fifth((_, browser) => assert.rejects(signInByCode(context, '', browser, 'c'), { args: { left: 0 } }))
    })

    test('many tries of a code at once are no more than five', async () => {
      await using open = await openStore()
      const { context, ask } = signInOn(open.store)
      const browser = browserCookie()
      await ask(TERN, browser)
      const tries = Array.from({ length: 30 }, (_, at) => signInByCode(context, 'x', browser, `c${at}`))
      const answers = await Promise.allSettled(tries)
      const wrong = answers.filter((one) => one.status === 'rejected' && one.reason.key === 'code.wrong')
      assert.equal(wrong.length, 5)
    })

    test('sending one form twice brings one letter', async () => {
      await using open = await openStore()
      const { ask, letters } = signInOn(open.store)
      const browser = browserCookie()
      await Promise.all([1, 2].map(() => ask(TERN, browser, { key: 'key:same' }).catch(() => {})))
      await ask(TERN, browser, { key: 'key:same' })
      assert.equal(letters.length, 1)
    })

    test('a name that is taken is kept from the newcomer until the address is proven', async () => {
      await using open = await openStore()
      const { context, ask } = signInOn(open.store)
      const kittiwake = {
        accountId: null,
        name: 'Kittiwake',
        nameKey: nameKey('Kittiwake'),

        createdAt: null,
      } as const
      await open.store.write((tx) => add(tx, kittiwake))
      const browser = browserCookie()
      const token = await ask(TERN, browser, { name: 'KittiwaKe' })
      const { person, wished, cookies } = await signInByLink(context, token, browser)
      assert.deepEqual([person, wished, cookies.length], [undefined, 'KittiwaKe', 1])
    })

    test('a password lets in, and nothing tells a wrong address from a wrong password', async () => {
      await using open = await openStore()
      const { context, ask } = signInOn(open.store)
      const browser = browserCookie()
      const { cookies } = await signInByLink(context, await ask(TERN, browser, { name: 'Tern' }), browser)
      await setPassword(context, cookieHeader(cookies), { current: '', password: 'low water at six', client: 'c' })

      const password = 'low water at six'
      assert.equal(
        (await signInByPassword(context, { mail: 'TERN@review.example', password, client: 'c' })).person?.name,
        'Tern',
      )
      const refusals = []
      for (const [mail, typed] of [
        [TERN, 'high water at six'],
        ['nobody@review.example', password],
        [TERN, 'x'.repeat(500)],
      ] as const) {
        const trouble = await signInByPassword(context, { mail, password: typed, client: 'c' }).catch((error) => error)
        refusals.push([trouble.kind, trouble.key, trouble.args])
      }
      assert.deepEqual(refusals, Array(3).fill(['invalid', 'sign-in.wrong', {}]))
    })

    test("the operator's link is good in any browser, once", async () => {
      await using open = await openStore()
      const { context } = signInOn(open.store)
      const token = await operatorLink(context, TERN)
      assert.equal(await openLink(context, token, undefined), undefined)
      assert.equal((await signInByLink(context, token, undefined)).cookies.length, 1)
      await assert.rejects(signInByLink(context, token, undefined), SPENT)
    })
  })
}
