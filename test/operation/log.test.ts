import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog, type Log } from '../../src/kit/log.ts'
import { CANARY } from '../support/canary.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const PROXYS_OWN = '0123456789abcdef0123456789abcdef'

interface Line {
  level: string
  msg: string
  request: string
  route: string
  status: number
}

/** A log as JSON, and what stands in it. */
async function gathered(): Promise<{ log: Log; text(): string; requests(): Line[] }> {
  let text = ''
  const sink = { write: (line: string) => (text += line) }
  const lines = () => text.split('\n').filter(Boolean)
  const requests = () =>
    lines()
      .map((line): Line => JSON.parse(line))
      .filter(({ msg }) => msg === 'request')
  return { log: await createLog('json', sink, sink), text: () => text, requests }
}

for (const { name, open } of DATABASES) {
  test(`on ${name}, each request is a line with its id, and nothing of the person who asked is in it`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const { log, text, requests } = await gathered()
    const site = ending.use(await openSite(database.url, { log, logsRequests: true, proxies: ['127.0.0.1'] }))
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const ada = await visitor(site, 'Ada Canary')
    const browser = browserAt(site.url, ada.cookies)
    const from = { 'x-forwarded-for': '203.0.113.77', 'x-request-id': PROXYS_OWN }

    const page = await browser.get('/en/ferry', from)
    assert.equal(page.headers.get('x-request-id'), PROXYS_OWN)
    const posted = await browser.post(`/a/${articleId}/comments`, { words: `Hear ${CANARY}`, language: 'en' }, from)
    assert.equal(posted.status, 303)
    await browser.get('/en/sign-in/link?token=a-token-that-opens-doors', from)
    await browser.get(`/people/${ada.person.id}`, from)
    await browser.get('/en/nowhere/at/all', from)
    await until(() => requests().length === 5)

    assert.deepEqual(
      requests().map(({ route, status }) => `${status} ${route}`),
      [
        '200 /:language/:slug',
        '303 /a/:article/comments',
        '410 /:language/sign-in/link',
        '200 /people/:person',
        '404 none',
      ],
    )
    assert.ok(requests().every(({ request }) => request === PROXYS_OWN))
    for (const personal of [CANARY, '203.0.113', 'Ada', 'token', ada.cookies, 'Tests/1', `/people/${ada.person.id}`])
      assert.ok(!text().includes(personal), `"${personal}" is in the log`)
  })
}

test('what went wrong has the id of its request, and a stranger names none', async () => {
  const { log, text, requests } = await gathered()
  await using site = await openSite(undefined, { log, logsRequests: true })
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  await site.parley.store.database.transact((tx) => tx.schema.alterTable('ruleWords').renameTo('lost').execute())
  const answer = await fetch(`${site.url}/en/rules`, { headers: { 'x-request-id': PROXYS_OWN } })
  assert.equal(answer.status, 500)
  await until(() => requests().length === 1)
  const id = answer.headers.get('x-request-id')
  assert.notEqual(id, PROXYS_OWN)
  const errors = text()
    .split('\n')
    .filter((line) => line.includes('"level":"error"'))
  assert.equal(errors.length, 1)
  const { request, err } = JSON.parse(errors[0]!)
  assert.equal(request, id)
  assert.match(err.stack, /rules/)
  assert.equal(requests()[0]!.request, id)
})
