import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DAY_MS, MINUTE_MS } from '../../src/kit/clock.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { lettersSince } from '../support/letters.ts'
import { mailOf, openSite, publish, visitor } from '../support/site.ts'

const NEW = 'other@reader.example'

for (const { name, open } of DATABASES) {
  describe(`another mail address on ${name}`, () => {
    async function setUp() {
      const ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const site = ending.use(await openSite(database.url))
      await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
      const { cookies, person } = await visitor(site, 'Tern')
      const tern = browserAt(site.url, cookies)
      const letters = lettersSince(site)
      const ask = async (mail = NEW) => tern.post('/en/account/mail', { mail, language: 'en' })
      const changed = async () => {
        await ask()
        const { link } = letters().find(({ to }) => to.includes(NEW))!
        return tern.send(await tern.get(link), {})
      }
      return { site, tern, person, letters, ask, changed, [Symbol.asyncDispose]: () => ending.disposeAsync() }
    }

    test('proves itself where the account is signed in, and both are told', async () => {
      await using s = await setUp()
      assert.equal((await s.ask()).location, '/en/account/security?done=mail-asked#mail-address')
      const asked = s.letters()
      assert.deepEqual(asked.map(({ to }) => to).toSorted(), [NEW, mailOf('Tern')].toSorted())
      const { link } = asked.find(({ to }) => to.includes(NEW))!
      const gull = browserAt(s.site.url, (await visitor(s.site, 'Gull')).cookies)
      assert.equal((await gull.get(link)).status, 410, 'nobody else gets it')
      const proof = await s.tern.get(link)
      assert.match((await s.tern.get('/en/account/security')).text, /<b><bdi>tern@reader\.example/)
      const done = await s.tern.send(proof, {})
      assert.match((await s.tern.get(done.location)).text, /<b><bdi>other@reader\.example/)
      assert.equal((await s.tern.get(link)).status, 410)
      assert.deepEqual(
        s
          .letters()
          .map(({ to }) => to)
          .toSorted(),
        [NEW, mailOf('Tern')].toSorted(),
      )
    })

    test('is taken back for three days by the one before, and whoever had taken the account keeps nothing', async () => {
      await using s = await setUp()
      await s.changed()
      const undo = s.letters().find(({ to }) => to.includes(mailOf('Tern')))!.link
      await s.tern.post('/en/account/password', { password: 'low water at six', language: 'en' })
      s.site.wait(3 * DAY_MS - MINUTE_MS)
      const owner = browserAt(s.site.url)
      const page = await owner.get(undo)
      assert.equal(await nameOf(s.tern), 'Tern', 'opening the link changes nothing')
      assert.match((await owner.send(page, {})).text, /The change has been undone/)
      assert.equal(await nameOf(s.tern), undefined, 'every session has ended')
      const { accounts } = s.site.parley.people
      assert.equal(await accounts.hasPassword(s.person.accountId!), false)
      assert.deepEqual([await accounts.isKnown(mailOf('Tern')), await accounts.isKnown(NEW as never)], [true, false])
      assert.equal((await owner.get(undo)).status, 410)
      assert.deepEqual(
        s
          .letters()
          .map(({ to }) => to)
          .toSorted(),
        [NEW, mailOf('Tern')].toSorted(),
      )
    })

    test('cannot be taken back later, and is stopped before it is done', async () => {
      await using s = await setUp()
      await s.ask()
      const asked = s.letters()
      const [proof, undo] = [asked.find(({ to }) => to.includes(NEW))!, asked.find(({ to }) => !to.includes(NEW))!]
      const owner = browserAt(s.site.url)
      await owner.send(await owner.get(undo.link), {})
      assert.equal((await s.tern.get(proof.link)).status, 410)
      assert.equal(await nameOf(s.tern), 'Tern')

      await s.changed()
      const late = s.letters().find(({ to }) => to.includes(mailOf('Tern')))!.link
      s.site.wait(3 * DAY_MS + MINUTE_MS)
      assert.equal((await owner.get(late)).status, 410)
    })

    test('tells nobody whether it has an account, and is kept for who gave it up', async () => {
      await using s = await setUp()
      const gull = await visitor(s.site, 'Gull')
      const [free, taken] = [await s.ask(), await s.ask(mailOf('Gull'))]
      assert.deepEqual([taken.status, taken.location], [free.status, free.location])
      const told = s.letters().find(({ to }) => to.includes(mailOf('Gull')))!
      assert.match(told.text, /It has an account already/)
      assert.equal((await s.ask(mailOf('Tern'))).status, 422)
      await s.changed()
      s.letters()
      const other = browserAt(s.site.url, gull.cookies)
      await other.post('/en/account/mail', { mail: mailOf('Tern'), language: 'en' })
      assert.match(s.letters()[0]!.text, /It has an account already/)
    })
  })
}

async function nameOf(browser: Browser): Promise<string | undefined> {
  return (JSON.parse((await browser.get('/me')).text) as { name?: string }).name
}
