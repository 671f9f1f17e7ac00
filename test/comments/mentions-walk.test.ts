import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt, unescaped } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  test(`on ${name}, a mention links to a person and tells them, also when it comes by an edit`, async () => {
    const database = await open()
    {
      await using site = await openSite(database.url)
      await publish(site, ARTICLE)
      const [ada, gull] = [await visitor(site, 'Ada'), await visitor(site, 'Grey Gull')]
      const [ben, writer] = [
        browserAt(site.url, ada.cookies),
        browserAt(site.url, (await visitor(site, 'Tern')).cookies),
      ]
      const stranger = browserAt(site.url)
      const words = 'What do you say, @ADA? And @Nobody, and @"unclosed.'
      const preview = await writer.send(await writer.get('/en/ferry/comment'), { words, preview: '1' })
      assert.match(preview.text, new RegExp(`<a href="/people/${ada.person.id}">@ADA</a>`))
      const sent = await writer.send(await writer.get('/en/ferry/comment'), { words })
      assert.equal(sent.status, 303)
      const shown = (await stranger.get('/en/ferry')).text
      assert.match(shown, new RegExp(`say, <a href="/people/${ada.person.id}">@ADA</a>\\? And @Nobody`))
      await told(ben, 1)
      assert.match((await ben.get('/notices?language=en')).text, /Tern[\s\S]*mentioned you/)

      const id = /^\/c\/(\d+)/.exec(sent.location)![1]!
      const form = await writer.get(`/c/${id}/edit`)
      const instead = 'I meant you, @"Grey Gull", and @Ada still, not @"Grey Owl".'
      const linked = new RegExp(
        `<a href="/people/${gull.person.id}">@Grey Gull</a>, and .*still, not @(?:"|&quot;)Grey Owl(?:"|&quot;)\\.`,
      )
      assert.match((await writer.send(form, { words: instead, preview: '1' })).text, linked)
      await writer.send(form, { words: instead })
      assert.match((await stranger.get('/en/ferry')).text, linked)
      assert.match(unescaped((await writer.get(`/c/${id}/edit`)).text), /@"Grey Gull", and/)
      await told(browserAt(site.url, gull.cookies), 1)
      await told(ben, 1)
    }
    await database.close()
  })

  test(`on ${name}, names are completed for those who write, a few at a time`, async () => {
    const database = await open()
    {
      await using site = await openSite(database.url)
      await publish(site, ARTICLE)
      const { cookies } = await visitor(site, 'Anders')
      for (let n = 1; n <= 9; n++) await visitor(site, `Bo ${n}`)
      const writer = browserAt(site.url, cookies)
      const begun = async (begins: string) =>
        JSON.parse((await writer.get(`/people?begins=${encodeURIComponent(begins)}`)).text).map(
          (person: { name: string }) => person.name,
        )
      assert.deepEqual(await begun('AND'), ['Anders'])
      assert.equal((await begun('bo')).length, 8)
      assert.deepEqual(await begun('Bo 9'), ['Bo 9'])
      for (const nothing of ['', 'xyz', '%', 'a'.repeat(41)]) assert.deepEqual(await begun(nothing), [])
      const refused = await browserAt(site.url).get('/people?begins=a', { accept: 'application/json' })
      assert.equal(refused.status, 403)
    }
    await database.close()
  })
}

/** Waits until somebody has been told so often. */
async function told(browser: Browser, times: number) {
  while (JSON.parse((await browser.get('/me')).text).notices !== times) await new Promise(setImmediate)
}
