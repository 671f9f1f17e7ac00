import assert from 'node:assert/strict'
import { test } from 'node:test'
import { report, sayAdmission } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { keptLetters } from '../support/letters.ts'
import { mailOf, openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const HOUR_MS = 3_600_000

for (const { name, open } of DATABASES)
  test(`on ${name}, who may handle a case is written to once when it has waited too long`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const { store, clock } = site.parley
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    await visitor(site, 'Mo', 'moderator')
    await visitor(site, 'Lim', 'moderator', { sections: ['harbour'] })
    await visitor(site, 'Eddy', 'editor')
    const bring = async (words: string) => {
      const { id } = await say(site, ada.person, articleId, words)
      await store.write((tx) => report(tx, { id, by: bob.person, ruleId: 1 as never, words: '', at: clock() }))
    }
    await bring('Before anything is wanted')
    await store.write((tx) => sayAdmission(tx, { sectionId: null, said: { waitHours: 4 }, byId: null, at: clock() }))
    site.wait(4 * HOUR_MS + 1)
    await until(() => keptLetters(site).length > 0)
    await bring('Not yet too long')
    site.wait(4 * HOUR_MS + 1)
    await until(() => keptLetters(site).length > 1)
    await site.found()
    const letters = keptLetters(site)
    assert.deepEqual(new Set(letters.map(({ to }) => to)), new Set([mailOf('Mo')]))
    assert.equal(letters.length, 2, 'once of each')
    assert.match(letters[0]!.text, /\/desk\/cases\/\d+/)
  })
