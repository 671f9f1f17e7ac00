import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { openDatabase } from '../../src/store/index.ts'
import { onPostgres, POSTGRES } from '../support/databases.ts'
import { proxyTo } from '../support/proxy.ts'

test(
  'a broken line to PostgreSQL is tried again by one attempt at a time, and there is one line when it stands again',
  onPostgres,
  async () => {
    await using ending = new AsyncDisposableStack()
    const fresh = await POSTGRES.open()
    ending.defer(() => fresh.close())
    const proxy = ending.use(await proxyTo(fresh.url))
    const database = await openDatabase(proxy.url)
    ending.defer(() => database.close())
    const watching = new Client(fresh.url)
    await watching.connect()
    ending.defer(() => watching.end())
    const lines = async () => {
      const listening = `select from pg_stat_activity where datname = current_database() and query like 'listen %'`
      return (await watching.query(listening)).rowCount!
    }
    while ((await lines()) === 0);

    proxy.stop()
    await proxy.attempts(2)
    assert.equal(proxy.mostAtOnce(), 1)
    proxy.goOn()
    while ((await lines()) === 0);
    assert.equal(await lines(), 1)
  },
)
