import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { onPostgres } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { startPostgres, startStandby } from '../support/postgres/server.ts'
import { openSite, publish, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

test(
  'pages that are not kept are read from a standby, and nobody gets one older than what was written',
  onPostgres,
  async () => {
    await using ending = new AsyncDisposableStack()
    const primary = await startPostgres({ durable: true })
    ending.defer(primary.close)
    const standby = await startStandby(primary)
    ending.defer(standby.close)
    const site = ending.use(await openSite(primary.url, { replicas: [standby.url] }))
    const watching = new Client(standby.url)
    await watching.connect()
    ending.defer(() => watching.end())
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const { cookies } = await visitor(site, 'Ada')
    const [ada, stranger] = [browserAt(site.url, cookies), browserAt(site.url)]
    let said = 0

    async function postedAndRead() {
      const words = `Said as number ${++said}.`
      assert.equal((await ada.post(`/a/${articleId}/comments`, { words, language: 'en', key: words })).status, 303)
      for (const reader of [ada, stranger]) {
        const page = await reader.get('/en/ferry?order=newest')
        assert.equal(page.status, 200)
        assert.match(page.text, new RegExp(words))
      }
    }

    const readThere = async () => {
      const { rows } = await watching.query(
        `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query = 'commit'`,
      )
      return rows.length > 0
    }
    await until(async () => {
      await postedAndRead()
      return readThere()
    })
    await watching.query('select pg_wal_replay_pause()')
    for (let round = 0; round < 3; round++) await postedAndRead()
    await watching.query('select pg_wal_replay_resume()')
    await postedAndRead()
    await watching.end()
    await standby.close()
    for (let round = 0; round < 3; round++) await postedAndRead()
  },
)
