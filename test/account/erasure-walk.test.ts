import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { keptLetters } from '../support/letters.ts'
import { mailOf, openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const DAY = 24 * 60 * 60_000

for (const { name, open } of DATABASES)
  test(`on ${name}, one asks to be erased, is told by letter, can take it back for three days, and is gone after that`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const ada = await visitor(site, 'Ada')
    const reader = browserAt(site.url, ada.cookies)
    const stranger = browserAt(site.url)
    await say(site, ada.person, articleId, 'Said by Ada herself')
    const ask = async (leaves: string) => reader.send(await reader.get('/en/account/erasure'), { leaves })

    const empty = await reader.send(await reader.get('/en/account/erasure'), {})
    assert.equal(empty.status, 422)
    assert.match(empty.text, /Please choose what should happen/)
    assert.equal((await ask('nameless')).location, '/en/account/erasure')
    const told = () => keptLetters(site).filter(({ text }) => text.includes('will be erased'))
    await until(() => told().length === 1)
    const letter = told()[0]!
    assert.equal(letter.to, mailOf('Ada'))
    assert.ok(letter.text.includes(`${site.url}/en/account/erasure`))

    assert.match(
      (await stranger.get('/en/ferry')).text,
      /Ada<[\s\S]*Said by Ada herself/,
      'until then nobody sees anything',
    )
    assert.match((await reader.get('/en/account')).text, /You asked for your account to be erased/)
    const pending = await reader.get('/en/account/erasure')
    assert.match(pending.text, /Your account will be erased on/)
    assert.equal((await reader.send(pending, {})).location, '/en/account?done=stays')
    assert.match((await reader.get('/en/account?done=stays')).text, /Your account stays/)

    await ask('tombstones')
    await until(() => told().length === 2)
    const bob = await visitor(site, 'Bob')
    const other = browserAt(site.url, bob.cookies)
    await other.send(await other.get('/en/account/erasure'), { leaves: 'nameless' })
    await other.send(await other.get('/en/account/erasure'), {})

    site.wait(2 * DAY)
    assert.match((await stranger.get('/en/ferry')).text, /Ada</)
    const stale = await other.get('/en/account/erasure')
    assert.match(stale.location, /^\/en\/sign-in\?next=.*again=1$/, 'a session of two days is no proof')
    assert.match((await other.get(stale.location)).text, /sign in once more/)
    assert.equal((await other.post('/en/account/erasure', { language: 'en', leaves: 'nameless' })).status, 303)
    site.wait(2 * DAY)
    await until(async () => (await stranger.get(`/people/${ada.person.id}`)).status === 404)
    assert.doesNotMatch((await stranger.get('/en/ferry')).text, /Ada|Said by/)
    assert.equal((await reader.get('/en/account')).status, 303)
    assert.equal((await other.get(`/people/${bob.person.id}`)).status, 200, 'what was taken back is not done')
    assert.deepEqual(
      keptLetters(site).filter(({ to }) => to === mailOf('Ada')),
      [],
    )
    assert.match(
      await readFile(site.parley.people.erasureList, 'utf8'),
      new RegExp(`"person":${ada.person.id},.*"leaves":"tombstones"`),
    )
  })
