import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BylineDraft, saveBylines } from '../../src/domain/articles/index.ts'
import { claimPlaceholder, personNamed } from '../../src/domain/people/index.ts'
import { HOLDERS } from '../../src/parley.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'timetable', title: 'The timetable', words: 'The ferry leaves at nine.' }

for (const { name, open } of DATABASES) {
  test(`what a placeholder said and signed bears the name of the person who claims it, on ${name}`, async () => {
    const database = await open()
    {
      await using site = await openSite(database.url)
      const { store, tail, clock } = site.parley
      const articleId = await publish(site, ARTICLE)
      const { value: placeholder } = await store.write((tx) => personNamed(tx, 'kotofey'))
      const byline: BylineDraft = { personId: placeholder.id, editionId: null, role: 'reviewer', names: {} }
      await store.write((tx) => saveBylines(tx, articleId, [byline], clock()))
      await say(site, placeholder, articleId, 'The ferry is late.')
      const { person } = await visitor(site, 'Cat')
      const reader = browserAt(site.url)
      assert.match((await reader.get('/en/timetable')).text, /kotofey/)

      const claim = { placeholderId: placeholder.id, personId: person.id, byId: null, at: clock() }
      const { seq } = await store.write((tx) => claimPlaceholder(tx, HOLDERS, claim))
      await tail.until(seq)
      const { text } = await reader.get('/en/timetable')
      assert.ok(!text.includes('kotofey'))
      assert.match(text, /<bdi class="author"><a [^>]*>Cat<\/a><\/bdi>/)
    }
    await database.close()
  })
}
