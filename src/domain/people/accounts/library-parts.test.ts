import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STORES } from '../../../../test/support/stores.ts'
import { openLibrary, renewalOf, sessionCookie } from './account-library.ts'

const SETTINGS = { secret: 's'.repeat(32), url: 'https://review.example' }
const MAIL = 'ada@reader.example'

/** What is used of better-auth beyond its documented endpoints, as `accounts.ts` and `known-sessions.ts` use it. */
for (const { name, openStore } of STORES) {
  async function setUp() {
    const open = await openStore()
    const library = await openLibrary({ ...SETTINGS, database: open.store.database })
    const rows = (table: string) =>
      open.store.look<Record<string, Record<string, unknown>>>().selectFrom(table).selectAll().execute()
    return { library, rows, [Symbol.asyncDispose]: () => open[Symbol.asyncDispose]() }
  }

  test(`better-auth's own adapter makes an account, keeps its password and takes both away, on ${name}`, async () => {
    await using s = await setUp()
    const { internalAdapter, password } = await s.library.$context
    const { id } = await internalAdapter.createUser(
      { email: MAIL, emailVerified: true, name: '' },
      { method: 'operator' },
    )
    assert.equal((await internalAdapter.findUserByEmail(MAIL))?.user.id, id)
    assert.equal(await internalAdapter.findUserByEmail('nobody@reader.example'), null)
    assert.ok(!(await internalAdapter.findCredentialAccount(id)))

    const hash = await password.hash('a long password')
    assert.doesNotMatch(hash, /a long password/)
    await internalAdapter.linkAccount({ userId: id, accountId: id, providerId: 'credential', password: hash })
    const kept = await internalAdapter.findCredentialAccount(id)
    assert.equal(kept?.password, hash)
    await internalAdapter.updateAccount(kept!.id, { password: await password.hash('another password') })
    const { api } = s.library
    const enter = (typed: string) =>
      api.signInEmail({ body: { email: MAIL, password: typed }, headers: new Headers(), returnHeaders: true })
    await assert.rejects(
      enter('a long password'),
      (error: { body: { code: string } }) => error.body.code === 'INVALID_EMAIL_OR_PASSWORD',
    )
    assert.equal((await enter('another password')).response.user.id, id)

    await internalAdapter.deleteUser(id)
    for (const table of ['authUser', 'authAccount', 'authSession']) assert.deepEqual(await s.rows(table), [], table)
  })

  test(`better-auth's cookie is signed for one session, whose row says how long it lasts, on ${name}`, async () => {
    await using s = await setUp()
    const { api } = s.library
    const token = await new Promise<string>((take, reject) => {
      const body = { email: MAIL, metadata: { take } }
      api.signInMagicLink({ body, headers: new Headers() }).catch(reject)
    })
    const [kept] = await s.rows('authVerification')
    assert.ok(!JSON.stringify(kept).includes(token), 'what is kept of a token opens nothing')
    const enter = () => api.magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true })
    const { headers } = await enter()
    await assert.rejects(enter(), { status: 'FOUND' }, 'a token opens once')

    const [line] = headers.getSetCookie()
    const [cookie, ...attributes] = line!.split('; ')
    assert.ok(cookie!.startsWith(`${sessionCookie(SETTINGS.url)}=`))
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) assert.ok(attributes.includes(attribute))
    const session = await api.getSession({ headers: new Headers({ cookie: cookie! }) })
    const [row] = await s.rows('authSession')
    assert.equal(session!.session.token, row!.token)
    assert.ok(decodeURIComponent(cookie!).includes(`=${row!.token}.`), 'the token, and its signature after a dot')
    for (const column of ['expiresAt', 'updatedAt', 'userId']) assert.ok(row![column], column)
    const soon = renewalOf(session!.session.expiresAt) - Date.now()
    assert.ok(soon > 23 * 3_600_000 && soon <= 24 * 3_600_000, 'it is prolonged once a day')
    const forged = cookie!.replace(/=.{8}/, '=AAAAAAAA')
    assert.equal(await api.getSession({ headers: new Headers({ cookie: forged }) }), null)
  })
}
