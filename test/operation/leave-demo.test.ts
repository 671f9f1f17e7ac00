import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { articlesFolder, changed } from '../support/articles-folder.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { HARBOUR } from '../support/harbour-page.ts'
import { parley, serving } from '../support/process.ts'
import { until } from '../support/until.ts'

const PAGE = ['import', 'page', HARBOUR, '--language', 'en', '--zone', 'Europe/Dublin']

for (const { name, openEmpty } of DATABASES) {
  test(`on ${name}, the demo goes whole before what is one's own comes in, and its export brings it back`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await openEmpty()
    ending.defer(() => database.close())
    const data = await mkdtemp(path.join(tmpdir(), 'parley-demo-'))
    ending.defer(() => rm(data, { recursive: true, force: true }))
    using own = articlesFolder()
    using mistaken = articlesFolder(changed('clock/en.md', 'title: The clock', 'titel: The clock'))
    const here = { PARLEY_DATA: data, PARLEY_DATABASE: database.url }
    {
      await using demo = await serving(here)
      const reader = browserAt(demo.url)
      assert.match((await reader.get('/ru/')).text, /<h2|<h3/)
      const orders = await Promise.all(
        ['oldest', 'best'].map(async (order) => {
          const { text } = await reader.get(`/en/the-small-ferry-and-the-large-number?order=${order}`)
          return [...text.matchAll(/<li id="c-(\d+)"/g)].map(([, id]) => id)
        }),
      )
      assert.ok(orders[0]!.length > 5)
      assert.notDeepEqual(orders[0], orders[1], 'best is another order than oldest')

      for (const command of [['import', 'articles', own.folder], PAGE]) {
        const refused = await parley(here, ...command)
        assert.equal(refused.code, 2)
        assert.match(refused.printed, /holds the demo.*--replace-demo.*Nothing was imported/)
      }
      const wrong = await parley(here, 'import', 'articles', mistaken.folder, '--replace-demo')
      assert.equal(wrong.code, 2)
      assert.equal(
        (await reader.get('/en/the-small-ferry-and-the-large-number')).status,
        200,
        'a folder with mistakes leaves the demo alone',
      )

      const written = await parley(here, 'import', 'articles', own.folder, '--replace-demo')
      assert.equal(written.code, 0, written.printed)
      assert.match(written.printed, /The demo is cleared\. Its export is .*demo-.*\.jsonl\.gz/)
      await until(async () => /It is fast.*Second Reading/s.test((await reader.get('/en/the-clock')).text))
      for (const gone of ['/en/the-small-ferry-and-the-large-number', '/c/1', '/ru/'])
        await until(async () => (await reader.get(gone)).status === 404)
      assert.doesNotMatch((await reader.get('/en/')).text, /ferry/i)
    }
    {
      await using again = await serving(here)
      assert.doesNotMatch(again.printed(), /the demo fills it/)
      assert.equal((await browserAt(again.url).get('/en/the-clock')).status, 200)
    }
    const kept = readdirSync(data).find((file) => /^demo-.*\.jsonl\.gz$/.test(file))!
    const elsewhere = { PARLEY_DATA: path.join(data, 'elsewhere'), PARLEY_DEMO: 'off' }
    const back = await parley(elsewhere, 'import', 'parley', path.join(data, kept))
    assert.equal(back.code, 0, back.printed)
    assert.match(back.printed, /76 comment/)
  })
}
