import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES)
  test(`on ${name}, one saves articles and comments, finds them again, and lets them go`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const [reader, other] = [browserAt(site.url, ada.cookies), browserAt(site.url, bob.cookies)]
    const comment = await say(site, bob.person, articleId, 'Umbrellagate all along')
    const LIST = '/en/account/saved'

    assert.match((await reader.get(LIST)).text, /You have saved nothing yet/)
    const article = await browserAt(site.url).get('/en/ferry')
    assert.ok(article.text.includes(`href="/a/${articleId}/saved?language=en"`))
    assert.equal((await reader.send(await reader.get(`/a/${articleId}/saved?language=en`), {})).location, '/en/ferry')
    await reader.send(await reader.get(`/c/${comment.id}/saved?language=en`), {})
    const list = await reader.get(LIST)
    assert.match(list.text, /<p>Comment <a [^>]*>1<\/a> by [\s\S]*Umbrellagate all along[\s\S]*The ferry/)
    assert.doesNotMatch((await other.get(LIST)).text, /Umbrellagate/)

    await other.send(await other.get(`/c/${comment.id}/removal?language=en`), {})
    const after = await reader.get(LIST)
    assert.doesNotMatch(after.text, /Umbrellagate|Bob/, 'removed words are not here either')
    assert.equal((await reader.send(after, {})).location, LIST)
    assert.equal((await reader.send(await reader.get(LIST), {})).location, LIST)
    assert.match((await reader.get(LIST)).text, /You have saved nothing yet/)
    assert.equal((await reader.get(`/c/${comment.id}/saved`)).status, 410)
  })
