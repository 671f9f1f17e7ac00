import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { fillDemo } from '../../src/exchange/demo/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES) {
  test(`on ${name}, an administrator is offered to clear the demo, and others are not`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-first-'))
    ending.defer(() => rm(folder, { recursive: true, force: true }))
    await using site = await openSite(database.url)
    const { store, media, clock, tail } = site.parley
    await fillDemo({ store, media, at: clock() })
    await tail.until((await store.write(async () => {})).seq)
    const reader = browserAt(site.url, (await visitor(site, 'Reader')).cookies)
    assert.doesNotMatch((await reader.get('/en/account')).text, /id="demo"/)
    const admin = browserAt(site.url, (await visitor(site, 'Master', 'admin')).cookies)
    const page = await admin.get('/en/account')
    assert.match(page.text, /<section id="demo">[\s\S]*action="\/demo\/clearing"[\s\S]*Clear the demo/)
    const cleared = await admin.post('/demo/clearing', { language: 'en' })
    assert.equal(cleared.status, 303)
    const after = await admin.get(cleared.location)
    assert.match(after.text, /The demo is cleared/)
    assert.doesNotMatch(after.text, /id="demo"/)
    assert.equal((await admin.get('/en/the-small-ferry-and-the-large-number')).status, 404)
  })

  test(`on ${name}, boxes for mail are not offered where no mail goes out, and the choice made before is kept`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const ada = browserAt(site.url, (await visitor(site, 'Ada')).cookies)
    const boxes = async () => {
      const { text } = await ada.get('/en/account')
      return [...text.matchAll(/<input type="checkbox"([^>]*)>/g)]
        .map(([, rest]) => rest!)
        .filter((it) => /mail/.test(it))
    }
    const saved = await ada.post('/en/account/notices', { 'reply-mail': '1', mail: 'daily', language: 'en' })
    assert.equal(saved.status, 303)
    for (const box of await boxes()) assert.ok(/disabled/.test(box) && !/checked/.test(box), box)
    const { text } = await ada.get('/en/account')
    assert.match(text, /Mail is not set up here/)
    assert.match(text, /<input type="hidden" name="reply-mail" value="1">/)
    assert.match(text, /<input type="hidden" name="mail" value="daily">/)
  })
}
