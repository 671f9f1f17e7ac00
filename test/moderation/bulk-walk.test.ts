import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recounted } from '../../src/domain/discussion/index.ts'
import { decisionById, UNDO_MS } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const MANY = 40

for (const { name, open } of DATABASES)
  test(`on ${name}, forty comments of one person go in two acts and come back in one, as one decision`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const { store } = site.parley
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [eve, ada] = [await visitor(site, 'Eve'), await visitor(site, 'Ada')]
    const mo = browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies)
    const spam = []
    for (let n = 0; n < MANY; n++) spam.push(await say(site, eve.person, articleId, `Buy boat number ${n}`))
    await say(site, ada.person, articleId, 'An innocent reply', spam[0]!.id)
    const front = async () => (await browserAt(site.url).get('/en/ferry')).text

    const preview = await mo.get(`/desk/bulk?language=en&author=${eve.person.id}`)
    assert.match(preview.text, /40 comments are concerned/)
    const all = { language: 'en', author: String(eve.person.id), kind: 'remove' }
    assert.equal((await mo.post('/desk/bulk', all)).status, 422, 'a removal has its rule')
    const done = await mo.post('/desk/bulk', { ...all, rule: '1' })
    assert.equal(done.status, 303)
    await until(async () => !/Buy boat/.test(await front()))
    assert.match(await front(), /An innocent reply/)
    const id = Number(/decisions\/(\d+)/.exec(done.location!)![1])
    await until(async () => /40 comments removed/.test((await mo.get(done.location!)).text))
    assert.equal((await decisionById(store, id as never))?.comments, MANY)
    await until(async () => !/being carried out/.test((await mo.get(done.location!)).text))
    assert.deepEqual(await recounted(store, 9), [])

    await mo.post(`/desk/decisions/${id}/undoing`, { language: 'en' })
    await until(async () => !/being carried out/.test((await mo.get(done.location!)).text))
    assert.match((await mo.get(`/desk/bulk?language=en&author=${eve.person.id}`)).text, /40 comments are concerned/)
    assert.deepEqual(await recounted(store, 9), [])
    const branch = await mo.get(`/desk/bulk?language=en&branch=${spam[0]!.id}`)
    assert.match(branch.text, /2 comments are concerned/)

    const anew = { ...all, rule: '1', key: 'anew' }
    assert.equal((await mo.post('/desk/bulk', anew)).status, 303)
    site.wait(UNDO_MS + 1_000)
    const writer = browserAt(site.url, eve.cookies)
    const statement = async () =>
      /\/en\/account\/statements\/\d+/.exec((await writer.get('/en/account/statements')).text)?.[0]
    await until(async () => (await statement()) !== undefined)
    const reasons = (await writer.get((await statement())!)).text
    for (const { id } of [spam[0]!, spam[MANY - 1]!]) assert.match(reasons, new RegExp(`href="/c/${id}\\?`))
    assert.match(reasons, /Your words as they were[\s\S]*Buy boat number 0<[\s\S]*Buy boat number 39</)
  })
