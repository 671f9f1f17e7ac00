import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { personByMail } from '../../src/domain/people/index.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt, formIn } from '../support/front-door.ts'
import { letterBox } from '../support/letters.ts'
import { cookieHeader } from '../support/sign-in-context.ts'
import { giveTo, mailOf, openSite, publish, type Site, signInAgain, visitor } from '../support/site.ts'

const PHONE = { device: 'Safari/iOS', network: 'another' }

for (const { name, open } of DATABASES) {
  describe(`sessions on ${name}`, () => {
    async function setUp(more: Parameters<typeof openSite>[1] = {}) {
      const ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const site = ending.use(await openSite(database.url, more))
      await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
      const { cookies } = await visitor(site, 'Tern')
      return { site, here: browserAt(site.url, cookies), cookies, [Symbol.asyncDispose]: () => ending.disposeAsync() }
    }

    test('are listed with device, place and time, and ended one by one', async () => {
      await using s = await setUp()
      const phone = browserAt(s.site.url, await onPhone(s.site))
      const other = browserAt(s.site.url, await signInAgain(s.site, 'Tern'))
      const list = (await s.here.get('/en/account/security')).text
      assert.match(list, /Safari on iOS/)
      assert.match(list, /On another network, number 1\./)
      assert.match(list, /Signed in <time datetime="\d{4}-/)
      assert.equal(list.match(/This browser/g)?.length, 1)
      const [, session] = /Safari on iOS[\s\S]*?name="session" value="([^"]+)"/.exec(list)!
      const ended = await s.here.post('/en/account/session-ending', { session: session!, language: 'en' })
      assert.equal(ended.location, '/en/account/security?done=session-ended#sessions')
      assert.deepEqual([await nameOf(phone), await nameOf(other), await nameOf(s.here)], [undefined, 'Tern', 'Tern'])
    })

    test('say their country where a trusted proxy does, in the language of the page, and in the copy of everything', async () => {
      const countryHeader = 'x-country'
      await using s = await setUp({ countryHeader, proxies: ['127.0.0.1'] })
      const letter = letterBox(s.site)
      const from = (country: string) => signedInFrom(s.site, letter, { [countryHeader]: country })
      for (const country of ['ua', 'XX', 'Kyiv']) await from(country)
      const texts = async (language: string) => (await s.here.get(`/${language}/account/security`)).text
      assert.deepEqual((await texts('en')).match(/Country: [^.]*/g), ['Country: Ukraine'])
      assert.deepEqual((await texts('ru')).match(/Страна: [^.]*/g), ['Страна: Украина'])
      const { files } = await (await from('UA')).get('/me/data')
      const kept = JSON.parse(files!.get('data/sessions.json')!) as { country: string | null }[]
      assert.deepEqual(kept.map(({ country }) => country).filter(Boolean), ['UA', 'UA'])
    })

    test('know no country where a header comes from somebody who is no trusted proxy', async () => {
      await using s = await setUp({ countryHeader: 'x-country' })
      await signedInFrom(s.site, letterBox(s.site), { 'x-country': 'UA' })
      assert.doesNotMatch((await s.here.get('/en/account/security')).text, /Country:/)
    })

    test('all others end at once, and nobody ends those of somebody else', async () => {
      await using s = await setUp()
      const [phone, stranger] = [browserAt(s.site.url, await onPhone(s.site)), await visitor(s.site, 'Gull')]
      const list = (await s.here.get('/en/account/security')).text
      const [, session] = /Safari on iOS[\s\S]*?name="session" value="([^"]+)"/.exec(list)!
      const gull = browserAt(s.site.url, stranger.cookies)
      await gull.post('/en/account/session-ending', { session: session!, language: 'en' })
      assert.equal(await nameOf(phone), 'Tern')
      await s.here.post('/en/account/session-ending', { language: 'en' })
      assert.deepEqual([await nameOf(phone), await nameOf(s.here), await nameOf(gull)], [undefined, 'Tern', 'Gull'])
    })

    test('a new password gives this browser another session, also where the form is sent twice', async () => {
      await using s = await setUp()
      const form = { password: 'low water at six', language: 'en', key: 'one' }
      const twice = [browserAt(s.site.url, s.cookies), browserAt(s.site.url, s.cookies)]
      for (const one of twice) assert.equal((await one.post('/en/account/password', form)).status, 303)
      assert.equal(await nameOf(twice[1]!), 'Tern')
      const list = (await twice[1]!.get('/en/account/security')).text
      assert.equal(list.match(/Signed in <time/g)?.length, 1)
    })

    test('another role gives a session another token at the next request, and ends none', async () => {
      await using s = await setUp()
      const phone = browserAt(s.site.url, await onPhone(s.site))
      const person = (await personByMail(s.site.parley.store, mailOf('Tern')))!
      await giveTo(s.site, person, 'moderator')
      const asked = await s.here.get('/me')
      assert.match(asked.headers.getSetCookie().join(), /parley=/)
      assert.doesNotMatch((await s.here.get('/me')).headers.getSetCookie().join(), /parley=/)
      assert.deepEqual([await nameOf(s.here), await nameOf(phone)], ['Tern', 'Tern'])
      const kept = s.site.parley.store.look<{ authSession: { token: string } }>().selectFrom('authSession')
      const tokens = (await kept.select('token').execute()).map(({ token }) => token)
      assert.ok(!tokens.some((token) => s.cookies.includes(token)), 'the token from before opens nothing more')
    })

    /** Comes in once more by a letter, through a proxy that sends these headers. */
    async function signedInFrom({ url }: Site, letter: () => string, headers: Record<string, string>) {
      const browser = browserAt(url)
      await browser.post('/en/sign-in/letter', { mail: mailOf('Tern'), language: 'en' }, headers)
      const { action, fields } = formIn(await browser.get(letter()))
      await browser.post(action, fields, headers)
      return browser
    }

    async function onPhone({ parley }: Site): Promise<string> {
      const { accounts } = parley.people
      return cookieHeader((await accounts.byToken(await accounts.tokenFor(mailOf('Tern')), PHONE)).cookies)
    }
  })
}

async function nameOf(browser: Browser): Promise<string | undefined> {
  return (JSON.parse((await browser.get('/me')).text) as { name?: string }).name
}
