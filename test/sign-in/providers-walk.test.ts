import assert from 'node:assert/strict'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import { providersIn } from '../../src/domain/people/index.ts'
import { MINUTE_MS } from '../../src/kit/clock.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { startIdentityProvider } from '../support/identity-provider.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const PEOPLE = {
  new: { email: 'new@reader.example', email_verified: true },
  taken: { email: 'tern@reader.example', email_verified: true },
  unproven: { email: 'unproven@reader.example', email_verified: false },
  nobody: {},
}

for (const { name, open } of DATABASES) {
  describe(`signing in by an account elsewhere on ${name}`, () => {
    async function setUp() {
      const ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const listed: { id: string; name: string; issuer: string; client: string; secret: string; scopes: string }[] = []
      const site = ending.use(await openSite(database.url, { providers: listed }))
      const redirects = [`${site.url}/sign-in/with/harbour/back`]
      const provider = ending.use(await startIdentityProvider(redirects, PEOPLE))
      const { issuer, client, secret } = provider
      listed.push({ id: 'harbour', name: 'Harbour ID', issuer, client, secret, scopes: 'openid email' })
      await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
      const through = async (browser: Browser, login: string, more = '') => {
        const away = await browser.get(`/en/sign-in/with/harbour?next=/en/ferry${more}`)
        const back = new URL(await provider.signIn(clean(away.location), login))
        return browser.get(back.pathname + back.search)
      }
      return { site, provider, through, [Symbol.asyncDispose]: () => ending.disposeAsync() }
    }

    test('a newcomer whose address is vouched for gets an account, and comes in by it again', async () => {
      await using s = await setUp()
      const one = browserAt(s.site.url)
      assert.match((await one.get('/en/sign-in')).text, /Sign in with Harbour ID/)
      const entered = await s.through(one, 'new')
      assert.equal(entered.location, '/en/account?next=%2Fen%2Fferry')
      await one.post('/en/account/name', { name: 'Newcomer', language: 'en' })
      const two = browserAt(s.site.url)
      assert.equal((await s.through(two, 'new')).location, '/en/ferry')
      assert.equal(await nameOf(two), 'Newcomer')
    })

    test('nobody gets an account that is there already, nor one for an address that is not vouched for', async () => {
      await using s = await setUp()
      await visitor(s.site, 'Tern')
      for (const [login, status, words] of [
        ['taken', 409, /has an account here already/],
        ['unproven', 403, /does not confirm a mail address/],
        ['nobody', 403, /does not confirm a mail address/],
      ] as const) {
        const browser = browserAt(s.site.url)
        const refused = await s.through(browser, login)
        assert.equal(refused.status, status, login)
        assert.match(refused.text, words)
        assert.equal(await nameOf(browser), undefined)
      }
    })

    test('the owner connects one in a fresh session, and ends that', async () => {
      await using s = await setUp()
      const tern = browserAt(s.site.url, (await visitor(s.site, 'Tern')).cookies)
      const connected = await s.through(tern, 'nobody', '&connect=1')
      assert.equal(connected.location, '/en/account/security?done=connected#providers')
      const elsewhere = browserAt(s.site.url)
      await s.through(elsewhere, 'nobody')
      assert.equal(await nameOf(elsewhere), 'Tern')
      const gull = browserAt(s.site.url, (await visitor(s.site, 'Gull')).cookies)
      assert.equal((await s.through(gull, 'nobody', '&connect=1')).status, 409)
      await tern.post('/en/account/provider-removal', { provider: 'harbour', language: 'en' })
      assert.equal((await s.through(browserAt(s.site.url), 'nobody')).status, 403)
      s.site.wait(16 * MINUTE_MS)
      assert.equal((await tern.get('/en/sign-in/with/harbour?connect=1')).status, 403)
    })

    test('a way back is good once, and in the browser that went', async () => {
      await using s = await setUp()
      const [one, other] = [browserAt(s.site.url), browserAt(s.site.url)]
      const away = await one.get('/en/sign-in/with/harbour')
      const back = new URL(await s.provider.signIn(clean(away.location), 'new'))
      const here = back.pathname + back.search
      assert.equal((await other.get(here)).status, 410, 'another browser knows nothing of it')
      await other.get('/en/sign-in/with/harbour')
      assert.equal((await other.get(here)).status, 422, 'nor does one that went by itself')
      assert.equal((await one.get(here)).status, 303)
      assert.equal((await one.get(here)).status, 410)
    })
  })
}

test('a list of providers that is wrong is refused with its lines', async () => {
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'parley-providers-'))
  const file = path.join(folder.path, 'sign-in.yaml')
  assert.deepEqual(providersIn(file), [])
  await writeFile(
    file,
    'providers:\n  - id: Harbour\n    name: Harbour ID\n    issuer: harbour\n    client: parley\n    colour: red\n',
  )
  const lines = (error: Error) => {
    assert.match(error.message, /line 2: providers\.0\.id must be small letters/)
    assert.match(error.message, /line 4: providers\.0\.issuer must be an address/)
    assert.match(error.message, /colour/)
    return true
  }
  assert.throws(() => providersIn(file), lines)
  await writeFile(file, 'providers: [\n')
  assert.throws(() => providersIn(file), /line 2/)
})

/** The front door puts a canary into every address; a provider takes none. */
function clean(address: string): string {
  const url = new URL(address)
  url.searchParams.delete('canary')
  return url.href
}

async function nameOf(browser: Browser): Promise<string | undefined> {
  return (JSON.parse((await browser.get('/me')).text) as { name?: string }).name
}
