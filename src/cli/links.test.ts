import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { STORES } from '../../test/support/stores.ts'
import { saveArticle } from '../domain/articles/index.ts'
import { saveOutlet, saveSources } from '../domain/sources/index.ts'
import { languageFrom } from '../kit/language.ts'
import { deadLinks } from './links.ts'

const ENGLISH = languageFrom('en')!

for (const { name, openStore } of STORES) {
  test(`on ${name}, a source in a private network is told and not asked`, async () => {
    await using open = await openStore()
    const { store } = open
    let connections = 0
    const inside = createServer().on('connection', () => connections++)
    inside.listen(0, '127.0.0.1')
    await once(inside, 'listening')
    const addresses = [
      `http://127.0.0.1:${(inside.address() as AddressInfo).port}/`,
      'http://[::ffff:127.0.0.1]/',
      'http://10.0.0.1/',
    ]
    await store.write(async (tx) => {
      const { id } = await saveArticle(tx, { key: 'a', sectionId: null, pictureId: null, publishedAt: 1 }, 1)
      const outlet = await saveOutlet(tx, { key: 'o', url: null, names: { [ENGLISH]: 'Outlet' } }, 1)
      const sources = addresses.map((url) => ({
        outletId: outlet.id,
        url,
        title: url,
        language: ENGLISH,
        publishedOn: null,
      }))
      await saveSources(tx, id, sources, 1)
    })
    const said: string[] = []
    const wrong = await deadLinks((line) => said.push(line), store)
    inside.close()
    assert.equal(wrong.length, addresses.length)
    for (const sentence of wrong) assert.match(sentence, /was not asked/)
    assert.deepEqual(said, ['Links: 3 sources were asked.'])
    assert.equal(connections, 0)
  })
}
