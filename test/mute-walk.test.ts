import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from './databases.ts'
import { type Browser, browserAt } from './front-door.ts'
import { openSite, publish, say, visitor } from './site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  test(`on ${name}, a person mutes another, hears no more of them, and can end it`, async () => {
    const database = await open()
    {
      await using site = await openSite(database.url)
      const articleId = await publish(site, ARTICLE)
      const [ada, bob, eve] = [await visitor(site, 'Ada'), await visitor(site, 'Bob'), await visitor(site, 'Eve')]
      const [reader, muted] = [browserAt(site.url, ada.cookies), browserAt(site.url, bob.cookies)]
      const root = await say(site, ada.person, articleId, 'The root')

      const form = await reader.get(`/people/${bob.person.id}?language=en`)
      assert.match(form.text, /Mute this person/)
      assert.equal((await reader.send(form, {})).status, 303)
      assert.deepEqual((await me(reader)).muted, [bob.person.id])
      assert.deepEqual((await me(muted)).muted, [])

      await say(site, bob.person, articleId, 'From the muted one', root.id)
      await say(site, eve.person, articleId, 'From another', root.id)
      await say(site, ada.person, articleId, 'To Bob', (await say(site, bob.person, articleId, 'Bob again')).id)
      while ((await me(muted)).notices < 1) await new Promise(setImmediate)
      assert.equal((await me(reader)).notices, 1)
      assert.doesNotMatch((await reader.get('/notices')).text, /From the muted one/)
      assert.doesNotMatch((await muted.get('/notices?language=en')).text, /mute/i)
      assert.match((await browserAt(site.url).get('/en/ferry')).text, /From the muted one/)

      const list = await reader.get('/muted?language=en')
      assert.match(list.text, /Bob/)
      await reader.send(list, {})
      assert.deepEqual((await me(reader)).muted, [])
      const own = await reader.post(`/people/${ada.person.id}/mute`, { language: 'en' })
      assert.equal(own.status, 422)
      assert.doesNotMatch((await reader.get(`/people/${ada.person.id}`)).text, /\/mute"/)
    }
    await database.close()
  })
}

async function me(browser: Browser): Promise<{ notices: number; muted: number[] }> {
  return JSON.parse((await browser.get('/me')).text)
}
