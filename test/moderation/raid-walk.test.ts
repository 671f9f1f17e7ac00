import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const MINUTE_MS = 60_000

for (const { name, open } of DATABASES) {
  test(`on ${name}, one press has everything new wait, or closes a discussion, until its end, which is shown`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const ferry = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    await publish(site, { slug: 'pier', title: 'The pier', words: 'It stands.' })
    const who = async (...named: Parameters<typeof visitor> extends [unknown, ...infer Rest] ? Rest : never) =>
      browserAt(site.url, (await visitor(site, ...named)).cookies)
    const [ada, mo, limited] = [
      await who('Ada'),
      await who('Mo', 'moderator'),
      await who('Lim', 'moderator', { languages: ['en'] }),
    ]
    const reader = browserAt(site.url)
    let said = 0
    const say = async (browser: Browser, slug = 'ferry') =>
      browser.send(await browser.get(`/en/${slug}/comment`), { words: `Said ${++said}.` })
    const isHeld = async (browser: Browser, slug?: string) => /\/held/.test((await say(browser, slug)).location)
    const ask = async (browser: Browser, fields: Record<string, string>, article = '') =>
      browser.post('/desk/restraints', {
        language: 'en',
        minutes: '',
        seconds: '60',
        article,
        key: `${++said}`,
        ...fields,
      })

    assert.equal(await isHeld(ada), false)
    assert.equal((await ask(limited, { kind: 'hold-all', minutes: '60' })).status, 403, 'not everywhere')
    assert.equal((await ask(mo, { kind: 'hold-all', minutes: 'soon' })).status, 422)
    const form = await mo.get('/desk/restraints')
    assert.equal((await mo.send(form, { kind: 'hold-all', minutes: '60', seconds: '60' })).status, 303)
    assert.match((await reader.get('/en/ferry')).text, /Comments are reviewed before they appear, until <time/)
    assert.equal(await isHeld(ada), true)
    assert.equal(await isHeld(ada, 'pier'), true)
    assert.equal(await isHeld(mo), false)

    assert.equal((await ask(limited, { kind: 'read-only' }, String(ferry))).status, 303)
    assert.match((await reader.get('/en/ferry')).text, /This discussion is closed\./)
    const refused = await say(ada)
    assert.equal(refused.status, 403)
    assert.match(refused.text, /This discussion is closed\. It can still be read\./)
    assert.match(refused.text, new RegExp(`Said ${said}\\.`))
    assert.equal(await isHeld(ada, 'pier'), true)

    site.wait(60 * MINUTE_MS)
    assert.doesNotMatch((await reader.get('/en/ferry')).text, /Comments are reviewed/)
    assert.equal(await isHeld(ada, 'pier'), false)
    const listed = await mo.get(`/desk/restraints?article=${ferry}`)
    assert.match(listed.text, /The ferry[\s\S]*This discussion is closed\.[\s\S]*Imposed by <bdi>Lim/)
    const end = /action="(\/desk\/restraints\/\d+\/end)"/.exec(listed.text)![1]!
    assert.equal((await mo.post(end, { language: 'en' })).status, 303)
    assert.equal(await isHeld(ada), false)

    assert.equal((await ask(mo, { kind: 'slow', seconds: '300' }, String(ferry))).status, 303)
    const slowed = await say(ada)
    assert.equal(slowed.status, 429)
    assert.match(slowed.text, /300 seconds must pass between two comments by the same person/)
    site.wait(5 * MINUTE_MS)
    assert.equal(await isHeld(ada), false)
    assert.equal((await ask(mo, { kind: 'hold-new', minutes: '60' })).status, 303)
    assert.equal(await isHeld(await who('Newcomer'), 'pier'), true)
    assert.equal(await isHeld(ada, 'pier'), false, 'who has comments kept is known')

    const admin = await who('Root', 'admin')
    const settings = await admin.get('/desk/admission')
    assert.equal((await admin.send(settings, { firstHeld: 'many' })).status, 422)
    assert.equal((await admin.send(settings, { firstHeld: '4' })).status, 303)
    assert.match((await admin.get('/desk/admission')).text, /name="firstHeld"[^>]*value="4"/)
    assert.match(
      (await admin.get('/desk/audit')).text,
      /How comments are admitted was changed[\s\S]*Those who write were restrained/,
    )
  })
}
