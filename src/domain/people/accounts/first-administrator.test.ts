import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cookieHeader, signInOn } from '../../../../test/support/sign-in-context.ts'
import { STORES } from '../../../../test/support/stores.ts'
import { MINUTE_MS } from '../../../kit/clock.ts'
import { listed } from '../people.ts'
import { rolesOf } from '../roles/grants.ts'
import { createFirstAdministrator } from './first-administrator.ts'

const SPENT = { key: 'first-administrator.spent' }
const OTHER = { key: 'first-administrator.other' }
const EXPIRED = { key: 'first-administrator.expired' }
const ADMIN = { role: 'admin', sections: [], languages: [] }
const NAMES = ['Auk', 'Gull', 'Skua', 'Tern']
const TYPED = { name: 'Harbour master', mail: 'master@review.example', password: 'low water at six' }

for (const { name, openStore } of STORES) {
  describe(`the first administrator on ${name}`, () => {
    test('comes in by the link on the terminal, once', async () => {
      await using open = await openStore()
      const { context } = signInOn(open.store)
      const first = createFirstAdministrator(context)
      const token = (await first.token())!
      const { person, cookies } = await first.accept(token, TYPED)
      assert.deepEqual([person.name, await rolesOf(open.store, person.id)], ['Harbour master', [ADMIN]])
      assert.equal((await context.accounts.signedIn(cookieHeader(cookies)))?.mail, TYPED.mail)
      await assert.rejects(first.check(token), SPENT)
      assert.equal(await first.token(), undefined)
    })

    test('needs the very link, and within ten minutes', async () => {
      await using open = await openStore()
      const { context, wait } = signInOn(open.store)
      const first = createFirstAdministrator(context)
      await assert.rejects(first.check(''), OTHER)
      const token = (await first.token())!
      for (const other of ['', `${token}x`, token.slice(1)]) await assert.rejects(first.accept(other, TYPED), OTHER)
      wait(10 * MINUTE_MS)
      await assert.rejects(first.accept(token, TYPED), EXPIRED)
      const fresh = (await first.token())!
      await assert.rejects(first.check(token), OTHER)
      await first.check(fresh)
    })

    test('may correct what was typed', async () => {
      await using open = await openStore()
      const first = createFirstAdministrator(signInOn(open.store).context)
      const token = (await first.token())!
      await assert.rejects(first.accept(token, { ...TYPED, name: '' }), { key: 'name.missing' })
      await assert.rejects(first.accept(token, { ...TYPED, mail: 'x' }), { key: 'mail.not-an-address' })
      await assert.rejects(first.accept(token, { ...TYPED, password: 'x' }), { key: 'password.too-short' })
      const { person } = await first.accept(token, TYPED)
      assert.deepEqual(await rolesOf(open.store, person.id), [ADMIN])
    })

    test('is one, however many try at once in however many processes', async () => {
      await using open = await openStore()
      const { context } = signInOn(open.store)
      const processes = [createFirstAdministrator(context), createFirstAdministrator(context)]
      const tries = await Promise.all(
        [0, 1, 2, 3].map(async (at) => {
          const first = processes[at % 2]!
          const token = at < 2 ? await first.token() : undefined
          return { first, token, typed: { ...TYPED, name: NAMES[at]!, mail: `${NAMES[at]}@review.example` } }
        }),
      )
      for (const one of tries) one.token ??= tries.find(({ first, token }) => token && first === one.first)!.token
      const answers = await Promise.allSettled(tries.map(({ first, token, typed }) => first.accept(token!, typed)))
      assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1)
      const people = await listed(open.store, 0, 10)
      assert.equal(people.length, 1)
      assert.deepEqual(await rolesOf(open.store, people[0]!.id), [ADMIN])
    })
  })
}
