import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createReadCounter } from '../../src/domain/articles/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const READER = { 'user-agent': 'Mozilla/5.0 Firefox/140.0', 'sec-fetch-dest': 'document' }

for (const { name, open } of DATABASES) {
  test(`on ${name}, editors see how often an article is read, from where, and how far its discussion goes`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const site = ending.use(await openSite(database.url))
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const eddy = await visitor(site, 'Eddy', 'editor')
    const { id } = await say(site, eddy.person, articleId, 'A comment.')
    const read = (path: string, more: Record<string, string> = {}) =>
      fetch(site.url + path, { headers: { ...READER, ...more } }).then((answer) => answer.text())
    for (let time = 0; time < 3; time++) await read('/en/ferry')
    await read('/en/ferry', { referer: `${site.url}/en/` })
    await read('/en/ferry', { referer: 'https://duckduckgo.com/' })
    await read('/en/ferry', { 'user-agent': 'Somebot/1' })
    await read('/en/')
    await read(`/en/ferry?under=${id}`, { 'sec-fetch-dest': 'empty' })
    await site.restart()
    await read('/en/ferry')
    await site.restart()

    const editor = browserAt(site.url, eddy.cookies)
    const row = /<th scope="row"><a href="\/desk\/editions\/1\/figures[^>]*>The ferry<\/a><\/th>((?:<td>\d+<\/td>)+)/
    const page = (await editor.get('/desk/figures?language=en')).text
    const counts = [...row.exec(page)![1]!.matchAll(/\d+/g)].map(String)
    assert.deepEqual(counts, ['6', '1', '1', '0', '0', '4', '1', '1'])
    assert.doesNotMatch(page, /is counted at present/)
    assert.match((await editor.get('/desk/editions/1/figures?language=en')).text, /1 comment[\s\S]*<td>6<\/td>/)
  })
}

test('of more editions than there is room for nothing is counted', () => {
  const counter = createReadCounter()
  for (let edition = 1; edition <= 20_001; edition++) counter.count(edition as never, 'site')
  assert.equal(counter.take().length, 20_000)
})
