import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayAdmission } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { keptLetters } from '../support/letters.ts'
import { openSite, publish, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES) {
  async function setUp() {
    const ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const site = ending.use(await openSite(database.url))
    const { store, tail, clock } = site.parley
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const said = { sectionId: null, said: { proofUntil: 1 }, byId: null, at: clock() }
    await tail.until((await store.write((tx) => sayAdmission(tx, said))).seq)
    return { site, [Symbol.asyncDispose]: () => ending.disposeAsync() }
  }

  test(`on ${name}, without script the comment of somebody new waits, and says why`, async () => {
    await using s = await setUp()
    const { site } = s
    const reader = browserAt(site.url, (await visitor(site, 'Plain')).cookies)
    const form = () => reader.get('/en/ferry/comment')
    const held = await reader.send(await form(), { words: 'Without any.' })
    assert.match(held.location, /^\/c\/\d+\/held/)
    assert.match((await reader.get(held.location)).text, /new people whose browser runs no script are reviewed before/)
    const forged = JSON.stringify({
      challenge: { parameters: { nonce: '00' } },
      solution: { counter: 1, derivedKey: '00' },
    })
    assert.match((await reader.send(await form(), { words: 'Forged.', proof: forged })).location, /^\/c\/\d+\/held/)
    const warden = browserAt(site.url, (await visitor(site, 'Warden', 'moderator')).cookies)
    assert.doesNotMatch((await warden.get('/en/ferry/comment')).text, /proof-of-work/)
  })

  test(`on ${name}, a program that fills in what nobody sees is answered like everybody, and no letter goes out`, async () => {
    await using s = await setUp()
    const { site } = s
    const stranger = browserAt(site.url)
    const letters = () => keptLetters(site).filter(({ to }) => to === 'program@reader.example').length
    const wish = { name: 'Program', mail: 'program@reader.example' }
    const trapped = await stranger.send(await stranger.get('/en/sign-up'), { ...wish, website: 'https://buy.example' })
    assert.deepEqual([trapped.status, trapped.location, letters()], [303, '/en/sign-in/sent', 0])
    const refused = await stranger.send(await stranger.get('/en/sign-up'), { ...wish, proof: '{}' })
    assert.deepEqual([refused.status, /work for this form is too old/.test(refused.text), letters()], [422, true, 0])
    const plain = await stranger.send(await stranger.get('/en/sign-up'), wish)
    assert.deepEqual([plain.location, letters()], ['/en/sign-in/sent', 1])
  })
}
