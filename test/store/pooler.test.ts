import assert from 'node:assert/strict'
import { test } from 'node:test'
import { discussionOf } from '../../src/domain/discussion/index.ts'
import { openDatabase, Store } from '../../src/store/index.ts'
import { onPostgres, POSTGRES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { noted } from '../support/noted.ts'
import { pgbouncerPath, poolerTo } from '../support/postgres/pgbouncer.ts'
import { openSite, publish, visitor, withoutPace } from '../support/site.ts'
import { until } from '../support/until.ts'

const AT_ONCE = 40
const SAID = noted()

const options = pgbouncerPath() ? onPostgres : { skip: 'it needs pgbouncer: apt-get install pgbouncer' }

test(
  'behind pgbouncer, which lends its connections for a transaction, all is read and written as without',
  options,
  async () => {
    await using ending = new AsyncDisposableStack()
    const fresh = await POSTGRES.open()
    ending.defer(() => fresh.close())
    const pooler = ending.use(await poolerTo(fresh.url))
    const site = ending.use(await openSite(pooler.url, { patienceMs: 20_000 }))
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    await withoutPace(site)
    const { cookies } = await visitor(site, 'Ada')
    const ada = browserAt(site.url, cookies)
    for (let round = 0; round < 4; round++) {
      const said = Array.from({ length: AT_ONCE }, (_, n) =>
        ada.post(`/a/${articleId}/comments`, { words: `Said ${round} ${n}`, language: 'en', key: `${round} ${n}` }),
      )
      const read = Array.from({ length: AT_ONCE }, () => ada.get('/en/ferry'))
      assert.deepEqual([...new Set((await Promise.all(said)).map(({ status }) => status))], [303])
      assert.deepEqual([...new Set((await Promise.all(read)).map(({ status }) => status))], [200])
    }
    assert.equal((await discussionOf(site.parley.store, articleId))?.visible, 4 * AT_ONCE)

    const elsewhere = await openDatabase(fresh.url)
    ending.defer(() => elsewhere.close())
    const { seq } = await new Store(elsewhere).write(async (tx) => tx.note(SAID, { at: 1 }))
    await until(() => site.parley.tail.seq >= seq)
  },
)
