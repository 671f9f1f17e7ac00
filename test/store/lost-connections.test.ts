import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { startPostgres } from '../support/postgres/server.ts'
import { openSite, publish, visitor, withoutPace } from '../support/site.ts'

const AT_ONCE = 24
const ROUNDS = 6
const AGAIN = /does not answer|database cannot be reached|try again/i

test('who reads and writes while PostgreSQL ends every connection is told to try again, and never of a fault', async () => {
  await using open = await openOnPostgres()
  const { site, watching } = open
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  await withoutPace(site)
  const { person, cookies } = await visitor(site, 'Ada')
  const ada = browserAt(site.url, cookies)
  const ask = (n: number) =>
    n % 2 === 0
      ? ada.get(`/people/${person.id}?language=en`)
      : ada.post(`/a/${articleId}/comments`, { words: `Words ${n}`, language: 'en', key: `key ${n}` })
  for (let round = 0; round < ROUNDS; round++) {
    const asked = Array.from({ length: AT_ONCE }, (_, n) => ask(round * AT_ONCE + n))
    await watching.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    for (const { status, text } of await Promise.all(asked)) {
      assert.ok([200, 303, 503].includes(status), `${status} ${text.slice(-400)}`)
      if (status === 503) assert.match(text, AGAIN)
    }
  }
  while ((await ask(0)).status !== 200);
  assert.equal((await ask(1_001)).status, 303)
})

test('a PostgreSQL that crashes while people write loses nothing that was answered, and is told of as busy until it is back', async () => {
  await using ending = new AsyncDisposableStack()
  const server = await startPostgres({ durable: true })
  ending.defer(() => server.close())
  const site = ending.use(await openSite(server.url, { patienceMs: 5_000 }))
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  await withoutPace(site)
  const { person, cookies } = await visitor(site, 'Ada')
  const ada = browserAt(site.url, cookies)
  const write = (n: number) =>
    ada.post(`/a/${articleId}/comments`, { words: `Words ${n}.`, language: 'en', key: `key ${n}` })
  const watching = await connectedTo(server.url)
  ending.defer(() => watching.end().catch(() => {}))
  const { rows } = await watching.query(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() limit 1',
  )

  const writing = Array.from({ length: AT_ONCE }, (_, n) => write(n))
  process.kill(rows[0].pid, 'SIGKILL')
  const answers = await Promise.all(writing)
  for (const { status, text } of answers) {
    assert.ok([303, 503].includes(status), `${status} ${text.slice(-400)}`)
    if (status === 503) assert.match(text, AGAIN)
  }
  for (let n = AT_ONCE; (await write(n)).status !== 303; n++);
  const words = (await ada.get(`/people/${person.id}?language=en`)).text
  for (const [n, { status }] of answers.entries()) if (status === 303) assert.ok(words.includes(`Words ${n}.`), `${n}`)
})

test('where PostgreSQL lets no further connection be opened, those that are there are waited for', async () => {
  await using open = await openOnPostgres('limited')
  const { site, watching } = open
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const { person } = await visitor(site, 'Ada')
  const { rows } = await watching.query(`select count(*)::int as held from pg_stat_activity where usename = 'limited'`)
  await watching.query(`alter role limited connection limit ${rows[0].held}`)
  const look = () => browserAt(site.url).get(`/people/${person.id}?language=en`)
  const all = await Promise.all(Array.from({ length: AT_ONCE }, look))
  assert.deepEqual([...new Set(all.map(({ status }) => status))], [200])
})

/** @NOTE those who may do everything are not limited, so that somebody else must be. */
async function openOnPostgres(role?: string) {
  const ending = new AsyncDisposableStack()
  const server = await DATABASES.find(({ name }) => name === 'PostgreSQL')!.openEmpty()
  ending.defer(() => server.close())
  const fresh = await DATABASES.find(({ name }) => name === 'PostgreSQL')!.openEmpty()
  const cleaning = await connectedTo(server.url)
  ending.defer(() => cleaning.end())
  if (role) ending.defer(async () => void (await cleaning.query(`drop role ${role}`)))
  ending.defer(() => fresh.close())
  const watching = await connectedTo(fresh.url)
  ending.defer(() => watching.end())
  const url = new URL(fresh.url)
  if (role) {
    await watching.query(`create role ${role} login password '${role}'`)
    await watching.query(`alter database "${watching.database}" owner to ${role}`)
    url.username = url.password = role
  }
  const site = ending.use(await openSite(url.href, { patienceMs: 5_000 }))
  return { site, watching, [Symbol.asyncDispose]: () => ending.disposeAsync() }
}

async function connectedTo(url: string): Promise<Client> {
  const client = new Client(url)
  client.on('error', () => {})
  await client.connect()
  return client
}
