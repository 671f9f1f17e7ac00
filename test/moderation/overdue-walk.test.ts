import assert from 'node:assert/strict'
import { test } from 'node:test'
import { report, sayAdmission } from '../../src/domain/moderation/index.ts'
import { devicesOf } from '../../src/domain/reach/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { keptLetters } from '../support/letters.ts'
import { openPushService } from '../support/push-service.ts'
import { mailOf, openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const HOUR_MS = 3_600_000

for (const { name, open } of DATABASES)
  test(`on ${name}, who may handle a case is written to once when it has waited too long`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const service = ending.use(await openPushService())
    await using site = await openSite(database.url, { reach: service.reach })
    const { store, clock } = site.parley
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const mo = await visitor(site, 'Mo', 'moderator')
    const [phone, other] = [1, 2].map(() => service.browser(site.parley.web.push.publicKey))
    await browserAt(site.url, mo.cookies).post('/me/devices', { language: 'en', ...phone!.subscription })
    const reader = browserAt(site.url, ada.cookies)
    await reader.post('/me/devices', { language: 'en', ...other!.subscription })
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
    await until(() => phone!.messages.length === 2)
    const { data } = phone!.messages[0]!
    assert.match(data.title!, /case \d+ is waiting for you/)
    assert.match(data.path!, /^\/desk\/cases\/\d+\?language=en$/)
    assert.equal(other!.messages.length, 0, 'nobody else is told')
    phone!.answer = 410
    await bring('A browser that is gone')
    site.wait(4 * HOUR_MS + 1)
    await until(async () => (await devicesOf(store, mo.person.id)).length === 0)
  })
