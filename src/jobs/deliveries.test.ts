import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publish, say, visitor } from '../../test/support/site.ts'
import { openSlowMailServer } from '../../test/support/slow-mail-server.ts'
import { STORES } from '../../test/support/stores.ts'
import { reachReaders, wishMail } from '../domain/reach/index.ts'
import { languageFrom } from '../kit/language.ts'
import { buildParley } from '../parley.ts'
import { type AnyTables, readOn } from '../store/index.ts'
import { startDeliveries } from './deliveries.ts'

const ORIGIN = 'https://review.example'
const SECRET = 'a secret of the tests, long enough for any purpose'
const HOUR = 3_600_000
const [notices] = reachReaders

for (const { name, openStore } of STORES) {
  test(`on ${name}, the letter that is on its way is waited for at the end, and those after it are not begun`, async () => {
    await using open = await openStore()
    await using server = await openSlowMailServer()
    let ahead = 0
    const clock = () => Date.now() + ahead
    const folders = { mediaFolder: open.folder, mailFolder: open.folder }
    const options = { origin: ORIGIN, secret: SECRET, ...folders, smtp: server.url, clock }
    const parley = await buildParley(open.store.database, options)
    const { store } = parley
    await readOn(store, notices!)
    const articleId = await publish({ parley }, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [bob, ...others] = [
      await visitor({ parley }, 'Bob'),
      await visitor({ parley }, 'Ada'),
      await visitor({ parley }, 'Eve'),
    ]
    for (const { person } of others) {
      const wish = { personId: person.id, pace: 'at-once', language: languageFrom('en')!, at: 1 } as const
      await store.write((tx) => wishMail(tx, wish))
      const { id } = await say({ parley }, person, articleId, 'A root')
      await say({ parley }, bob!.person, articleId, 'An answer', id)
    }
    while (await readOn(store, notices!));
    ahead = HOUR
    const deliveries = startDeliveries(parley)
    while (server.brought === 0) await new Promise(setImmediate)
    const closed = deliveries.close()
    server.mayTake.resolve()
    await closed
    await parley.tail.close()
    assert.equal(server.brought, 1)
    const rows = store.look<AnyTables>().selectFrom('delivery').select(['state', 'tries']).orderBy('state')
    assert.deepEqual(await rows.execute(), [
      { state: 'planned', tries: 0 },
      { state: 'sent', tries: 1 },
    ])
  })
}
