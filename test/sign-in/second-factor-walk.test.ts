import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { personByMail } from '../../src/domain/people/index.ts'
import { DAY_MS, MINUTE_MS } from '../../src/kit/clock.ts'
import { appCode, appCodes } from '../support/app-codes.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt, type Page } from '../support/front-door.ts'
import { keptLetters, letterBox } from '../support/letters.ts'
import { mailOf, openSite, publish, signInAgain, visitor } from '../support/site.ts'

const PASSWORD = 'low water at six'

for (const { name, open } of DATABASES) {
  describe(`a second step at sign-in on ${name}`, () => {
    async function setUp(more: Parameters<typeof openSite>[1] = {}) {
      const ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const site = ending.use(await openSite(database.url, more))
      await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
      return { site, letter: letterBox(site), [Symbol.asyncDispose]: () => ending.disposeAsync() }
    }

    test('is set up on one page, asked for after a password and after a link, and ends all other sessions', async () => {
      await using s = await setUp()
      const { cookies } = await visitor(s.site, 'Tern')
      await s.site.parley.people.accounts.setPassword(cookies, PASSWORD)
      const elsewhere = browserAt(s.site.url, await signInAgain(s.site, 'Tern'))
      const tern = browserAt(s.site.url, cookies)
      const proposal = await tern.get('/en/account/second-factor')
      const { secret, recovery } = shownOn(proposal)
      assert.match(proposal.text, /<svg class="qr-code" role="img"/)
      const wrong = await tern.send(proposal, { code: '000000' })
      assert.equal(wrong.status, 422)
      assert.equal(shownOn(wrong).secret, secret, 'a wrong code keeps the key that was scanned')
      assert.match((await tern.get('/en/account/security')).text, /It is not set up/)
      const [before, now, next] = appCodes(secret) as [string, string, string]
      const taken = await tern.send(wrong, { code: before })
      assert.equal(taken.location, '/en/account/security?done=second-factor')
      assert.match((await tern.get(taken.location)).text, /10 recovery codes are left/)
      assert.equal(await nameOf(elsewhere), undefined, 'other sessions have ended')
      assert.equal(await nameOf(browserAt(s.site.url, cookies)), undefined, 'the session got another token')

      const one = browserAt(s.site.url)
      const step = await toSecondStep(one)
      assert.equal(await nameOf(one), undefined, 'nobody is in after the first step')
      assert.equal((await one.send(step, { code: before })).status, 422, 'a code is good once')
      const entered = await one.send(step, { code: now })
      assert.equal(entered.location, '/en/ferry')
      assert.equal(await nameOf(one), 'Tern')

      const two = browserAt(s.site.url)
      const form = await two.get('/en/sign-in?next=/en/ferry')
      await two.post('/en/sign-in/letter', { mail: mailOf('Tern'), key: 'k', language: 'en', next: '/en/ferry' })
      const led = await two.send(await two.get(s.letter()), {})
      assert.equal(led.location, '/en/sign-in/second?next=%2Fen%2Fferry', form.location)
      assert.equal(await nameOf(two), undefined, 'a mailbox alone lets nobody in')
      await two.send(await two.get(led.location), { code: next })
      assert.equal(await nameOf(two), 'Tern')

      const three = browserAt(s.site.url)
      const again = await toSecondStep(three)
      assert.equal((await three.send(again, { code: recovery[0]!.toUpperCase().replaceAll('-', ' ') })).status, 303)
      assert.equal(await nameOf(three), 'Tern')
      const four = browserAt(s.site.url)
      assert.equal((await four.send(await toSecondStep(four), { code: recovery[0]! })).status, 422)
      assert.match((await three.get('/en/account/security')).text, /9 recovery codes are left/)
    })

    test('wrong codes end the first step, and nothing that is kept tells a recovery code', async () => {
      await using s = await setUp()
      const { recovery } = await withSecondFactor(s)
      const rows = await s.site.parley.store
        .look<Record<string, Record<string, unknown>>>()
        .selectFrom('authTwoFactor')
        .selectAll()
        .execute()
      for (const code of recovery) assert.ok(!JSON.stringify(rows).includes(code))
      const one = browserAt(s.site.url)
      const step = await toSecondStep(one)
      for (let tries = 0; tries < 5; tries++)
        assert.equal((await one.send(step, { code: recovery[0]!.replace(/\w/g, '0') })).status, 422)
      assert.equal((await one.send(step, { code: recovery[0]! })).status, 410)
      assert.equal(await nameOf(one), undefined)
    })

    test('who has lost phone and codes waits for three days, is told by mail, and can stop it', async () => {
      await using s = await setUp()
      const { browser: owner } = await withSecondFactor(s)
      const lost = browserAt(s.site.url)
      await toSecondStep(lost)
      const ask = await lost.send(await lost.get('/en/sign-in/second/lost'), {})
      assert.match((await lost.get(ask.location)).text, /Your request is in/)
      const stop = s.letter()
      assert.match((await owner.get('/en/account/security')).text, /Somebody who passed the first step/)
      const stranger = browserAt(s.site.url)
      const page = await stranger.get(stop)
      assert.match(
        (await lost.get('/en/sign-in/second/lost')).text,
        /Your request is in/,
        'opening the link stops nothing',
      )
      assert.match((await stranger.send(page, {})).text, /The second step stays/)
      assert.equal((await stranger.get(stop)).status, 410)
      assert.doesNotMatch((await owner.get('/en/account/security')).text, /Somebody who passed/)

      await lost.send(await lost.get('/en/sign-in/second/lost'), {})
      s.letter()
      s.site.wait(3 * DAY_MS + MINUTE_MS)
      await toSecondStep(lost)
      const due = await lost.get('/en/sign-in/second/lost')
      assert.match(due.text, /The three days are over/)
      assert.equal((await lost.send(due, {})).location, '/en/account/security')
      assert.equal(await nameOf(lost), 'Tern')
      assert.match((await lost.get('/en/account/security')).text, /It is not set up/)
    })

    test('staff wait for nothing: only an administrator takes theirs away', async () => {
      await using s = await setUp()
      await withSecondFactor(s, 'editor')
      const lost = browserAt(s.site.url)
      await toSecondStep(lost)
      assert.match((await lost.get('/en/sign-in/second/lost')).text, /only an administrator/)
      assert.equal((await lost.post('/en/sign-in/second/lost', { language: 'en' })).status, 403)
    })

    test('is taken away at the desk by an administrator, of whom the audit log and a letter tell', async () => {
      await using s = await setUp()
      await withSecondFactor(s, 'editor')
      const tern = (await personByMail(s.site.parley.store, mailOf('Tern')))!
      const ada = await visitor(s.site, 'Ada', 'admin')
      const admin = browserAt(s.site.url, ada.cookies)
      const page = `/desk/people/${tern.id}?language=en`
      assert.match((await admin.get(page)).text, /Take the second step away/)
      const removal = `/desk/people/${tern.id}/second-factor-removal`
      const reader = browserAt(s.site.url, (await visitor(s.site, 'Reader', 'editor')).cookies)
      assert.equal((await reader.post(removal, { key: 'reader' })).status, 403)
      const told = keptLetters(s.site).length
      const all = await Promise.all(Array.from({ length: 40 }, (_, n) => admin.post(removal, { key: `key ${n}` })))
      assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([303]))
      assert.doesNotMatch((await admin.get(page)).text, /Take the second step away/)
      assert.equal(keptLetters(s.site).length, told + 1)
      assert.equal(
        keptLetters(s.site).filter(({ to, text }) => to === mailOf('Tern') && /second step/.test(text)).length,
        1,
      )
      const log = (await admin.get('/desk/audit?language=en')).text
      assert.equal(log.match(/the second step of <a[^>]*><bdi>Tern<\/bdi><\/a> was taken away/g)?.length, 1)
      const form = await browserAt(s.site.url).get('/en/sign-in?next=/en/ferry')
      const entered = await browserAt(s.site.url).send(form, { mail: mailOf('Tern'), password: PASSWORD })
      assert.equal(entered.location, '/en/ferry')
      const own = await admin.post(`/desk/people/${ada.person.id}/second-factor-removal`, {
        key: 'own',
        language: 'en',
      })
      assert.deepEqual([own.status, /on one’s own page/.test(own.text)], [403, true])
    })

    test('is turned off, and its paper renewed, by who shows a code', async () => {
      await using s = await setUp()
      const { browser, secret, recovery } = await withSecondFactor(s)
      const post = (path: string, code: string) => browser.post(`/en/account/${path}`, { code, language: 'en' })
      assert.equal((await post('recovery-codes', '123456')).status, 422)
      const renewed = await post('recovery-codes', appCodes(secret)[1]!)
      const fresh = [...renewed.text.matchAll(/<li><code>([^<]+)/g)].map(([, code]) => code!)
      assert.equal(fresh.length, 10)
      assert.equal((await post('second-factor/removal', recovery[1]!)).status, 422, 'those before are good no more')
      assert.equal((await post('second-factor/removal', fresh[1]!)).status, 303)
      assert.ok(s.letter, 'a letter tells of it')
      const again = browserAt(s.site.url)
      await again.post('/en/sign-in', { mail: mailOf('Tern'), password: PASSWORD, language: 'en' })
      assert.equal(await nameOf(again), 'Tern')
    })

    test('where the publication asks it of staff, they are readers until they have it, and are led to it', async () => {
      await using s = await setUp({ staffSecondFactor: true })
      const { cookies } = await visitor(s.site, 'Ines', 'admin')
      const ines = browserAt(s.site.url, cookies)
      assert.deepEqual(JSON.parse((await ines.get('/me')).text).roles, [])
      const refused = await ines.post('/demo/clearing', { language: 'en' }, { referer: `${s.site.url}/en/account` })
      assert.equal(refused.status, 403)
      assert.match(refused.text, /asks its staff for a second step/)
      assert.match(refused.text, /href="\/en\/account\/second-factor\?next=%2Fen%2Faccount"/)
      const proposal = await ines.get('/en/account/second-factor?next=/en/account')
      const taken = await ines.send(proposal, { code: appCode(shownOn(proposal).secret, Date.now()) })
      assert.equal(taken.location, '/en/account')
      assert.deepEqual(JSON.parse((await ines.get('/me')).text).roles, ['admin'])
      assert.equal((await ines.post('/demo/clearing', { language: 'en' })).status, 303)
    })

    test('a session that has grown old asks for the password, or for coming in once more', async () => {
      await using s = await setUp()
      const { cookies } = await visitor(s.site, 'Tern')
      const tern = browserAt(s.site.url, cookies)
      s.site.wait(16 * MINUTE_MS)
      const again = await tern.get('/en/account/second-factor')
      assert.match(again.text, /sign in once more/)
      assert.doesNotMatch(again.text, /qr-code/)
      await tern.send(again, {})
      const entered = await tern.send(await tern.get(s.letter()), {})
      assert.equal(entered.location, '/en/account/second-factor')
    })

    async function withSecondFactor(s: Awaited<ReturnType<typeof setUp>>, role?: 'editor') {
      const { cookies } = await visitor(s.site, 'Tern', role)
      await s.site.parley.people.accounts.setPassword(cookies, PASSWORD)
      const browser = browserAt(s.site.url, cookies)
      const proposal = await browser.get('/en/account/second-factor')
      const shown = shownOn(proposal)
      assert.equal((await browser.send(proposal, { code: appCodes(shown.secret)[0]! })).status, 303)
      return { browser, ...shown }
    }
  })
}

/** By the password to the page that asks for the second step. */
async function toSecondStep(browser: Browser): Promise<Page> {
  const form = await browser.get('/en/sign-in?next=/en/ferry')
  const led = await browser.send(form, { mail: mailOf('Tern'), password: PASSWORD })
  assert.equal(led.location, '/en/sign-in/second?next=%2Fen%2Fferry')
  return browser.get(led.location)
}

function shownOn({ text }: Page) {
  const secret = /<code dir="ltr">([^<]+)</.exec(text)![1]!.replaceAll(' ', '')
  return { secret, recovery: [...text.matchAll(/<li><code>([^<]+)/g)].map(([, code]) => code!) }
}

async function nameOf(browser: Browser): Promise<string | undefined> {
  return (JSON.parse((await browser.get('/me')).text) as { name?: string }).name
}
