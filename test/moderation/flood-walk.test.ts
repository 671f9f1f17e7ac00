import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const AT_ONCE = 40
const MINUTE_MS = 60_000

for (const { name, open } of DATABASES) {
  test(`on ${name}, of forty comments in a second ten come in, and the writer is told to wait`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url, { proxies: ['127.0.0.1'] })
    const article = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const ada = browserAt(site.url, (await visitor(site, 'Ada')).cookies)
    const post = (words: string, from = '192.0.2.1', more = {}) =>
      ada.post(`/a/${article}/comments`, { words, language: 'en', ...more }, { 'x-forwarded-for': from })

    const all = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, n) => post(`Cheap shoes at http://shoes.example/${n}`, `192.0.2.${n}`)),
    )
    const came = all.filter(({ status }) => status === 303)
    const refused = all.filter(({ status }) => status === 429)
    assert.deepEqual([came.length, refused.length], [10, 30])
    assert.match(
      refused[0]!.text,
      /At most 10 comments a minute can be written here\. Your words are kept in this form/,
    )
    assert.match(refused[0]!.text, /<textarea[^>]*>\s*Cheap shoes at/)
    assert.ok(Number(refused[0]!.headers.get('retry-after')) > 0)
    const again = await post('And once more, after a breath.')
    assert.equal(again.status, 429)

    site.wait(MINUTE_MS)
    assert.equal((await post('Cheap shoes are what I said nothing about.', '192.0.2.1', { key: 'once' })).status, 303)
    const repeated = await post('Cheap  shoes are what I said nothing about!!')
    assert.equal(repeated.status, 409)
    assert.match(repeated.text, /You have written the same within the last 24 hours/)
    assert.equal((await post('Thanks!')).status, 303)
    assert.equal((await post('thanks.')).status, 303)
    const first = await post('Cheap shoes are what I said nothing about.', '192.0.2.1', { key: 'once' })
    assert.equal(first.status, 303, 'a form that is sent again is answered as it was')
    const own = first.location.replace(/\?.*/, '')
    assert.equal((await ada.send(await ada.get(`${own}/removal`), {})).status, 303)
    site.wait(MINUTE_MS)
    assert.equal(
      (await post('Cheap shoes are what I said nothing about.')).status,
      303,
      'who took it back may say it anew',
    )

    const mara = browserAt(site.url, (await visitor(site, 'Mara', 'admin')).cookies)
    const say = (limits: object) => mara.post('/desk/admission', { section: '', ...limits })
    assert.equal((await say({ personHour: '1' })).status, 303)
    const waiting = await post('One in an hour is little.')
    assert.match(waiting.text, /At most 1 comment an hour can be written here.*please wait \d+ minutes?\./)
    assert.equal((await say({ personHour: '100' })).status, 303)
    assert.equal((await post('One in an hour was little.')).status, 303, 'who was refused by a limit that is no more')
  })
}
