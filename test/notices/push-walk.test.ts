import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_DEVICES } from '../../src/domain/reach/index.ts'
import type { AnyTables } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { openPushService, type PushBrowser } from '../support/push-service.ts'
import { openSite, publish, type Site, say, signInAgain, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const ARTICLE = { slug: 'ferry', title: `The ferry ${'🛳'.repeat(300)}`, words: 'It leaves at nine.' }
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const JSON_BACK = { accept: 'application/json' }

for (const { name, open } of DATABASES) {
  async function setUp() {
    const ending = new AsyncDisposableStack()
    const service = ending.use(await openPushService())
    const database = await open()
    ending.defer(() => database.close())
    const site = ending.use(await openSite(database.url, { reach: service.reach }))
    const articleId = await publish(site, ARTICLE)
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const root = await say(site, ada.person, articleId, 'The root')
    return {
      site,
      service,
      ada: browserAt(site.url, ada.cookies),
      bob: browserAt(site.url, bob.cookies),
      bobId: bob.person.id,
      newBrowser: () => service.browser(site.parley.web.push.publicKey),
      async reply(words: string) {
        const { id } = await say(site, bob.person, articleId, words, root.id)
        await site.found()
        return id
      },
      /** Lets two minutes pass, after which nothing waits any more. */
      async settled() {
        site.wait(2 * MINUTE)
        await until(async () => (await waiting(site)).length === 0)
      },
      [Symbol.asyncDispose]: () => ending.disposeAsync(),
    }
  }

  test(`on ${name}, a browser is told two minutes later who did what, sealed, in few words, and by nobody else`, async () => {
    await using s = await setUp()
    const browser = s.newBrowser()
    await begin(s.ada, browser)
    const id = await s.reply('Umbrellagate')
    assert.equal(browser.messages.length, 0)
    await s.settled()
    assert.equal(browser.messages.length, 1)
    const { data, bytes, ttl, urgency, subject, topic } = browser.messages[0]!
    assert.equal(data.title, 'Bob answered you')
    assert.match(data.body!, /^The ferry 🛳+…$/u)
    assert.equal(data.path, `/c/${id}?language=en`)
    assert.equal(data.page, '/en/ferry')
    assert.equal(data.tag, `c-${id}`)
    assert.doesNotMatch(JSON.stringify(data), /Umbrellagate/)
    assert.ok(bytes <= 4096, `${bytes} bytes`)
    assert.deepEqual([ttl > 0, urgency, subject], [true, 'normal', 'mailto:parley@localhost'])
    assert.notEqual(topic, data.tag)
    assert.equal((await s.ada.get(data.path!)).status, 303)

    await s.reply('The second')
    await s.reply('The third')
    await s.settled()
    assert.equal(browser.messages.length, 2)
    assert.equal(browser.messages[1]!.data.title, '2 notices')
    assert.equal(browser.messages[1]!.data.path, '/notices?language=en')
  })

  test(`on ${name}, what is removed, read, muted or not wanted is never pushed`, async () => {
    await using s = await setUp()
    const browser = s.newBrowser()
    await begin(s.ada, browser)
    const id = await s.reply('Umbrellagate')
    await s.bob.send(await s.bob.get(`/c/${id}/removal`), {})
    await s.settled()
    await s.reply('Read at once')
    await s.ada.send(await s.ada.get('/notices'), {})
    await s.settled()
    await s.reply('Muted meanwhile')
    const mute = `/people/${s.bobId}`
    await s.ada.send(await s.ada.get(mute), {})
    await s.settled()
    await s.reply('Muted')
    await s.ada.send(await s.ada.get(mute), {})
    await s.ada.post('/en/account/notices', { language: 'en', quotation: '1', mail: '' })
    await s.reply('Of a kind that is off')
    await s.settled()
    await s.ada.post('/en/account/notices', { language: 'en', reply: '1', 'reply-mail': '1', mail: '' })
    await s.reply('On the page alone')
    await s.settled()
    assert.match((await s.ada.get('/notices')).text, /On the page alone/)
    for (const half of ['reply', 'reply-push']) {
      await s.ada.post('/en/account/notices', { language: 'en', reply: '1', 'reply-push': '1', mail: '' })
      await s.reply('Of a kind that is turned off meanwhile')
      await s.ada.post('/en/account/notices', { language: 'en', [half]: '1', mail: '' })
      await s.settled()
    }
    assert.equal(s.service.asked, 0)
  })

  test(`on ${name}, what a push service does not take is tried again after growing pauses, and a browser that is gone is let go`, async () => {
    await using s = await setUp()
    const [browser, gone] = [s.newBrowser(), s.newBrowser()]
    await begin(s.ada, browser)
    await begin(browserAt(s.site.url, await signInAgain(s.site, 'Ada')), gone)
    browser.answer = 503
    gone.answer = 410
    await s.reply('Hard to bring')
    for (const [tries, pause] of [2, 5, 10].entries()) {
      await until(async () => (await waiting(s.site)).every((one) => one.state === 'planned' && one.tries === tries))
      s.site.wait((pause - 1) * MINUTE)
      assert.ok(tries === 0 || s.service.asked === tries + 1)
      s.site.wait(MINUTE)
      await until(async () => s.service.asked === tries + 2)
    }
    await until(async () => (await waiting(s.site)).every(({ state }) => state === 'planned'))
    assert.match((await s.ada.get('/en/account')).text, /1 browser shows your notices/)
    browser.answer = 201
    s.site.wait(15 * MINUTE)
    await until(async () => (await waiting(s.site)).length === 0)
    assert.equal(browser.messages.length, 1)
    assert.equal(gone.messages.length, 0)

    browser.answer = 500
    await s.reply('Never to be brought')
    await until(async () => {
      s.site.wait(10 * MINUTE)
      return (await waiting(s.site)).length === 0
    })
    assert.equal(browser.messages.length, 1)
  })

  test(`on ${name}, it ends by one form in one browser or in all, with the session, and for the one before in the same browser`, async () => {
    await using s = await setUp()
    const [one, two] = [s.newBrowser(), s.newBrowser()]
    const elsewhere = browserAt(s.site.url, await signInAgain(s.site, 'Ada'))
    const count = async () => /<p>(\S+) browsers? shows?/.exec((await s.ada.get('/en/account')).text)?.[1]
    await begin(s.ada, one)
    await begin(s.ada, one)
    assert.equal(await count(), '1')
    await begin(elsewhere, two)
    assert.equal(await count(), '2')
    assert.equal((await s.ada.post('/me/devices', { end: 'here', language: 'en' })).status, 303)
    assert.equal(await count(), '1')
    await begin(s.ada, one)
    await elsewhere.post('/sign-out', {})
    assert.equal(await count(), '1')
    await s.reply('Waits')
    const all = /<form[^>]*action="\/me\/devices"[\s\S]*?name="end" value="everywhere"/.exec(
      (await s.ada.get('/en/account')).text,
    )
    assert.ok(all)
    await s.ada.post('/me/devices', { end: 'everywhere', language: 'en' })
    assert.equal(await count(), 'No')
    assert.deepEqual(await waiting(s.site), [])

    await begin(s.ada, one)
    await begin(s.bob, one)
    assert.equal(await count(), 'No')
    await s.reply('To nobody')
    await s.settled()
    assert.equal(s.service.asked, 0)
  })

  test(`on ${name}, it ends when the session runs out`, async () => {
    await using s = await setUp()
    await begin(s.ada, s.newBrowser())
    s.site.wait(31 * DAY)
    await s.reply('After the session')
    await s.settled()
    assert.equal(s.service.asked, 0)
    assert.match((await s.ada.get('/en/account')).text, /<p>No browser shows/)
  })

  test(`on ${name}, no address or key but a push service’s is taken, a moved one stays ended, and the oldest of too many goes`, async () => {
    await using s = await setUp()
    const { subscription } = s.newBrowser()
    const post = (fields: object) => s.ada.post('/me/devices', { ...subscription, ...fields }, JSON_BACK)
    const off = `${subscription.p256dh.slice(0, -4)}AAAA`
    for (const wrong of [
      { endpoint: subscription.endpoint.replace('https', 'http') },
      { endpoint: 'https://10.0.0.1/x' },
      { endpoint: 'https://[::1]/x' },
      { endpoint: 'https://user:word@push.example/' },
      { endpoint: `https://push.example/${'x'.repeat(1_000)}` },
      { endpoint: '' },
      { p256dh: off },
      { p256dh: 'AAAA' },
      { auth: 'AAAA' },
      { auth: '' },
    ])
      assert.equal((await post(wrong)).status, 422, JSON.stringify(wrong))
    assert.equal((await post({ moved: '1' })).status, 410)
    assert.equal((await post({})).status, 201)
    const moved = s.newBrowser()
    assert.equal((await s.ada.post('/me/devices', { ...moved.subscription, moved: '1' }, JSON_BACK)).status, 201)
    await s.reply('To where it moved')
    await s.settled()
    assert.equal(moved.messages.length, 1)
    assert.equal((await browserAt(s.site.url).post('/me/devices', subscription, JSON_BACK)).status, 403)

    for (let n = 0; n < MOST_DEVICES; n++)
      await begin(browserAt(s.site.url, await signInAgain(s.site, 'Ada')), s.newBrowser())
    assert.match((await s.ada.get('/en/account')).text, new RegExp(`${MOST_DEVICES} browsers show`))
    await s.reply('No longer there')
    await s.settled()
    assert.equal(moved.messages.length, 1)
  })
}

/** Asks for messages as the script of the account page does. */
async function begin(reader: Browser, { subscription }: PushBrowser) {
  const answer = await reader.post('/me/devices', { ...subscription, language: 'en' }, JSON_BACK)
  assert.equal(answer.status, 201)
}

function waiting({ parley: { store } }: Site) {
  const rows = store.look<AnyTables>().selectFrom('delivery').selectAll().where('at', 'is', null)
  return rows.execute()
}
