import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follows } from '../../src/domain/discussion/index.ts'
import { claimPlaceholder, personNamed } from '../../src/domain/people/index.ts'
import { HOLDERS } from '../../src/parley.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

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

  test(`on ${name}, words of somebody muted leave the notices and are folded wherever it is known who asks`, async () => {
    const database = await open()
    {
      await using site = await openSite(database.url)
      const articleId = await publish(site, ARTICLE)
      const [ada, bob, eve] = [await visitor(site, 'Ada'), await visitor(site, 'Bob'), await visitor(site, 'Eve')]
      const [reader, stranger] = [browserAt(site.url, ada.cookies), browserAt(site.url)]
      const root = await say(site, ada.person, articleId, 'The root')
      const quoting = `> The root\n> — [Ada, 1](/c/${root.id})\n\nUmbrellagate`
      const { id } = await say(site, bob.person, articleId, quoting, root.id)
      await say(site, eve.person, articleId, 'From another', root.id)
      const followed = { personId: ada.person.id, articleId, commentId: id }
      await site.parley.store.write((tx) => follows.mark(tx, followed, site.parley.clock()))
      await site.found()
      while ((await me(reader)).notices < 2) await new Promise(setImmediate)

      const surfaces = [
        '/en/search?words=umbrellagate',
        `/c/${id}/reply?language=en`,
        `/c/${id}/reactions?language=en`,
        `/c/${root.id}/quotations?language=en`,
        `/people/${bob.person.id}?language=en`,
        '/follows?language=en',
      ]
      const folded =
        /<details><summary>You have muted this person[^<]*<\/summary><(?:div|p)(?:(?!<\/details>)[\s\S])*Umbrellagate/i
      for (const surface of surfaces) {
        const { text } = await reader.get(surface)
        assert.match(text, /Umbrellagate/i, surface)
        assert.doesNotMatch(text, /<details><summary>You have muted/, surface)
      }
      await reader.send(await reader.get(`/people/${bob.person.id}`), {})
      for (const surface of surfaces) assert.match((await reader.get(surface)).text, folded, surface)
      for (const surface of surfaces)
        assert.doesNotMatch((await stranger.get(surface)).text, /<details><summary>You have muted/, surface)
      assert.equal((await me(reader)).notices, 1)
      const notices = (await reader.get('/notices')).text
      assert.match(notices, /From another/)
      assert.doesNotMatch(notices, /Umbrellagate|(?<![\w-])Bob(?![\w-])/)

      await reader.send(await reader.get('/muted'), {})
      assert.equal((await me(reader)).notices, 2)
      assert.match((await reader.get('/notices')).text, /Umbrellagate/)
    }
    await database.close()
  })

  test(`on ${name}, who muted a placeholder has muted the person who claims it, and nobody mutes themselves`, async () => {
    const database = await open()
    {
      await using site = await openSite(database.url)
      const { store, clock } = site.parley
      const { value: placeholder } = await store.write((tx) => personNamed(tx, 'kotofey'))
      const [ada, bob, cat] = [await visitor(site, 'Ada'), await visitor(site, 'Bob'), await visitor(site, 'Cat')]
      const [one, other, claimant] = [ada, bob, cat].map(({ cookies }) => browserAt(site.url, cookies))
      const form = { language: 'en' }
      for (const reader of [one!, other!, claimant!]) await reader.post(`/people/${placeholder.id}/mute`, form)
      await other!.post(`/people/${cat.person.id}/mute`, form)
      const claim = { placeholderId: placeholder.id, personId: cat.person.id, byId: null, at: clock() }
      await store.write((tx) => claimPlaceholder(tx, HOLDERS, claim))
      assert.deepEqual((await me(one!)).muted, [cat.person.id])
      assert.deepEqual((await me(other!)).muted, [cat.person.id])
      assert.deepEqual((await me(claimant!)).muted, [])
    }
    await database.close()
  })
}

async function me(browser: Browser): Promise<{ notices: number; muted: number[] }> {
  return JSON.parse((await browser.get('/me')).text)
}
