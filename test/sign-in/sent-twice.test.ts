import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import { join } from '../../src/domain/people/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const FERRY = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const ADMIN = { name: 'Ines', mail: 'ines@reader.example', password: 'a long enough password' }

for (const { name, open } of DATABASES) {
  describe(`on ${name}`, () => {
    test('a letter that could not be brought is not remembered as sent, whoever sends the form again', async () => {
      await using at = await openAt(open)
      const browser = browserAt(at.site.url)
      const form = await browser.get('/en/sign-up')
      const send = () => browser.send(form, { name: 'Aru', mail: 'aru@reader.example' })
      await writeFile(at.mailFolder, 'no folder')
      assert.deepEqual(
        (await Promise.all([send(), send()])).map(({ status }) => status),
        [503, 503],
      )
      assert.equal((await send()).status, 503)
      await rm(at.mailFolder)
      assert.equal((await send()).status, 303)
      assert.equal((await readdir(at.mailFolder)).length, 1)
      assert.equal((await send()).status, 303)
      assert.equal((await readdir(at.mailFolder)).length, 1)
    })

    test("the first administrator's form that is sent twice makes one administrator, who is signed in", async () => {
      await using at = await openAt(open)
      const token = (await at.site.parley.people.firstAdministrator.token())!
      const browsers = [browserAt(at.site.url), browserAt(at.site.url)]
      const answers = await Promise.all(browsers.map((one) => one.post('/first-administrator', { ...ADMIN, token })))
      assert.deepEqual(
        answers.map(({ status }) => status),
        [303, 303],
      )
      for (const one of browsers) assert.match((await one.get('/me')).text, /"name":"Ines"/)
      const other = await browserAt(at.site.url).post('/first-administrator', {
        ...ADMIN,
        mail: 'else@reader.example',
        token,
      })
      assert.equal(other.status, 410)
    })

    test('signing in again ends the former session of that browser, and no other', async () => {
      await using at = await openAt(open)
      const { person, cookies } = await visitor(at.site, 'Ada')
      const { mail, password } = ADMIN
      const { people, store } = at.site.parley
      const { accounts } = people
      const accountId = (await accounts.create(mail as Parameters<typeof accounts.create>[0], password))!
      await store.write((tx) => join(tx, { accountId, name: 'Ines', at: at.site.parley.clock() }))
      const [here, elsewhere] = [browserAt(at.site.url, cookies), browserAt(at.site.url)]
      assert.match((await here.get('/me')).text, new RegExp(person.name))
      for (const one of [elsewhere, here]) assert.equal((await one.post('/en/sign-in', { mail, password })).status, 303)
      for (const one of [elsewhere, here]) assert.match((await one.get('/me')).text, /"name":"Ines"/)
      assert.doesNotMatch((await browserAt(at.site.url, cookies).get('/me')).text, /"name"/)
    })
  })
}

async function openAt(open: (typeof DATABASES)[number]['open']) {
  const ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-twice-'))
  ending.defer(() => rm(folder, { recursive: true }))
  const mailFolder = path.join(folder, 'mail')
  const site = ending.use(await openSite(database.url, { mailFolder }))
  await publish(site, FERRY)
  return { site, mailFolder, [Symbol.asyncDispose]: () => ending.disposeAsync() }
}
