import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onPostgres, POSTGRES } from '../support/databases.ts'
import { proxyTo } from '../support/proxy.ts'
import { openSite, publish } from '../support/site.ts'
import { until } from '../support/until.ts'

const DRAIN_MS = 1_500

test('a server that ends says so first, and takes requests until those who lead them here have noticed', async () => {
  const site = await openSite(undefined, { drainMs: DRAIN_MS })
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  assert.deepEqual(await asked(`${site.url}/healthz`), [200, { alive: true }])
  assert.deepEqual(await asked(`${site.url}/readyz`), [200, { ready: true }])

  const ended = site[Symbol.asyncDispose]()
  const ending = { ready: false, obstacles: ['ending'] }
  assert.deepEqual(await asked(`${site.url}/readyz`), [503, ending])
  assert.equal((await asked(`${site.url}/healthz`))[0], 200)
  const page = await fetch(`${site.url}/en/ferry`)
  assert.match(await page.text(), /It leaves at nine/)
  await ended
  await assert.rejects(fetch(`${site.url}/readyz`))
})

test('who leads requests here learns that the database is silent, and when it answers again', onPostgres, async () => {
  await using ending = new AsyncDisposableStack()
  const fresh = await POSTGRES.open()
  ending.defer(() => fresh.close())
  const proxy = ending.use(await proxyTo(fresh.url))
  const site = ending.use(await openSite(proxy.url, { patienceMs: 1_000 }))
  ending.defer(() => proxy.goOn())
  const statusOf = async () => (await asked(`${site.url}/readyz`))[0]
  assert.equal(await statusOf(), 200)
  proxy.hush()
  await until(async () => (await statusOf()) === 503)
  assert.deepEqual(await asked(`${site.url}/readyz`), [503, { ready: false, obstacles: ['database'] }])
  assert.equal((await asked(`${site.url}/healthz`))[0], 200, 'the process itself is well')
  proxy.goOn()
  await until(async () => (await statusOf()) === 200)
})

test('a server of which too much is asked still says how it is', async () => {
  await using site = await openSite(undefined, { bounds: { atWork: 0, waiting: 0 } })
  assert.equal((await fetch(`${site.url}/people`)).status, 503)
  assert.deepEqual(await asked(`${site.url}/readyz`), [200, { ready: true }])
})

async function asked(url: string): Promise<[status: number, answer: object]> {
  const answer = await fetch(url)
  return [answer.status, (await answer.json()) as object]
}
