import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follows } from '../../src/domain/discussion/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  test(`on ${name}, a person sees what they follow, page by page, and ends each by its form, a removed branch too`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const reader = browserAt(site.url, ada.cookies)
    assert.match((await reader.get('/follows?language=en')).text, /You are not following anything yet/)

    const { id } = await say(site, bob.person, articleId, 'Umbrellagate all along')
    const reply = await reader.get(`/c/${id}/reply?language=en`)
    const link = /href="(\/c\/\d+\/follow[^"]*)"/.exec(reply.text)![1]!
    await reader.send(await reader.get(link), {})
    await reader.send(await reader.get(`/a/${articleId}/follow`), {})
    const both = await reader.get('/follows?language=en')
    assert.match(
      both.text,
      /discussion of “<a href="\/en\/ferry">[\s\S]*branch under[\s\S]*Bob[\s\S]*Umbrellagate all along/,
    )
    for (const page of ['/en/account', '/notices?language=en'])
      assert.match((await reader.get(page)).text, /href="\/follows\?language=en"/)

    const ended = await reader.send(both, {})
    assert.equal(ended.location, '/follows?language=en')
    const author = browserAt(site.url, bob.cookies)
    await author.send(await author.get(`/c/${id}/removal`), {})
    const removed = await reader.get('/follows?language=en')
    assert.doesNotMatch(removed.text, /discussion of|Umbrellagate|Bob/)
    assert.match(removed.text, /has been removed/)
    assert.equal((await reader.send(removed, {})).status, 303)
    assert.match((await reader.get('/follows?language=en')).text, /You are not following anything yet/)

    const { id: root } = await say(site, bob.person, articleId, 'The root')
    for (let n = 1; n <= 45; n++) {
      const branch = await say(site, bob.person, articleId, `Branch number ${n}.`, root)
      const followed = { personId: ada.person.id, articleId, commentId: branch.id }
      await site.parley.store.write((tx) => follows.mark(tx, followed, Math.ceil(n / 10)))
    }
    const first = await reader.get('/follows?language=en')
    const older = /rel="next" href="([^"]*)"/.exec(first.text)![1]!.replaceAll('&amp;', '&')
    const numbers = [first, await reader.get(older)].flatMap(({ text }) => [...text.matchAll(/number (\d+)\./g)])
    assert.deepEqual(
      numbers.map(([, number]) => Number(number)),
      Array.from({ length: 45 }, (_, at) => 45 - at),
    )
  })
}
