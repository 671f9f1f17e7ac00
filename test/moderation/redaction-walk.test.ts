import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contradictory, misnumbered, misplaced, recounted } from '../../src/domain/discussion/index.ts'
import { UNDO_MS } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { openSite, publish, type Site, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const NUMBER = '+7 495 1234567'

for (const { name, open } of DATABASES) {
  test(`on ${name}, a telephone number goes from everywhere, and the comment stays and says so`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const [author, mo, reader] = [
      browserAt(site.url, ada.cookies),
      browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies),
      browserAt(site.url),
    ]
    const { id } = await say(site, ada.person, articleId, `Call him on ${NUMBER}, day and night.`)
    const edit = await author.get(`/c/${id}/edit?language=en`)
    assert.equal((await author.send(edit, { words: `Call the mayor on ${NUMBER}, day and night.` })).status, 303)
    for (const quoted of [`on ${NUMBER}`, 'mayor on +7 495'])
      await say(site, bob.person, articleId, `> ${quoted}\n> — [Ada](/c/${id})\n\nWhy not?`)
    const doors = ['/en/ferry', `/c/${id}/history?language=en`, `/c/${id}/quotations?language=en`]
    const shows = async (browser: Browser, words: string) => {
      const pages = await Promise.all(doors.map(async (path) => (await browser.get(path)).text))
      return pages.some((text) => text.includes(words))
    }
    await site.found()
    assert.equal(await shows(reader, '1234567'), true)

    const at = casework(mo)
    const address = await at.bringUp(id)
    assert.equal((await at.send(address, { kind: 'redact', rule: '1', passage: '+7 495 7654321' })).status, 422)
    const redacted = await at.decide(address, { kind: 'redact', rule: '1', passage: NUMBER })
    assert.equal(await shows(reader, '1234567'), false)
    assert.equal(await shows(reader, '+7 495'), false, 'nor a piece of it in a quotation')
    assert.match(
      (await reader.get('/en/ferry')).text,
      /Call the mayor on \[…\], day and night\.[\s\S]*Moderators took a passage out/,
    )
    await site.found()
    assert.doesNotMatch((await reader.get('/en/search?q=1234567')).text, /day and night/)
    assert.doesNotMatch((await author.get(`/c/${id}/edit?language=en`)).text, /1234567/)

    await at.undo(redacted)
    assert.equal(await shows(reader, `mayor on ${NUMBER}`), true)
    assert.equal(await shows(reader, 'took a passage out'), false)
    await at.decide(address, { kind: 'redact', rule: '1', passage: NUMBER })
    site.wait(UNDO_MS + 1_000)
    await site.found()
    await until(async () =>
      /A passage was taken out of your comment/.test((await author.get('/en/account/statements')).text),
    )
    const statement = /href="(\/en\/account\/statements\/\d+)"/.exec(
      (await author.get('/en/account/statements')).text,
    )![1]!
    assert.match((await author.get(statement)).text, /1234567/, 'its author is told which words')
    await at.decide(address, { kind: 'unredact' })
    assert.equal(await shows(reader, `mayor on ${NUMBER}`), true)
    await consistent(site)
  })

  test(`on ${name}, a branch is moved to another article, and all that led to it leads on`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const ferry = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const pier = await publish(site, { slug: 'pier', title: 'The pier', words: 'It stands.' })
    const ada = await visitor(site, 'Ada')
    const [mo, reader] = [browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies), browserAt(site.url)]
    await say(site, ada.person, pier, 'Of the pier')
    const root = await say(site, ada.person, ferry, 'Of the ferry')
    const branch = await say(site, ada.person, ferry, 'Rather of the pier', root.id)
    const below = await say(site, ada.person, ferry, 'Yes, of the pier', branch.id)
    const [at, text] = [casework(mo), async (path: string) => (await reader.get(path)).text]

    const address = await at.bringUp(branch.id)
    assert.equal((await at.send(address, { kind: 'move', to: '/en/nowhere' })).status, 422)
    const moved = await at.decide(address, { kind: 'move', to: `${site.url}/en/pier` })
    assert.match(await text('/en/pier'), /Rather of the pier[\s\S]*>2\.1<[\s\S]*Yes, of the pier/)
    const old = await text('/en/ferry')
    assert.doesNotMatch(old, /of the pier/)
    assert.match(old, new RegExp(`Moved by the moderators to another discussion[\\s\\S]*href="/c/${branch.id}\\?`))
    assert.match((await reader.get(`/c/${below.id}?language=en`)).location!, /^\/en\/pier.*#c-/)
    await consistent(site)

    await at.undo(moved)
    assert.match(await text('/en/ferry'), />1\.1<[\s\S]*Rather of the pier[\s\S]*>1\.1\.1</)
    assert.doesNotMatch(await text('/en/pier'), /Rather|Moved by/)
    await consistent(site)
    await at.decide(address, { kind: 'move', to: '/en/pier' })
    await at.decide(address, { kind: 'move', to: '/en/ferry' })
    assert.match(await text('/en/ferry'), />2<[\s\S]*Rather of the pier/, 'moved again, it is a thread of its own')
    await consistent(site)
  })
}

let sent = 0

function casework(mo: Browser) {
  const send = (address: string, fields: Record<string, string>) =>
    mo.post(`${address}/decisions`, { language: 'en', key: `${++sent}`, ...fields })
  return {
    send,
    async bringUp(id: number) {
      return (await mo.post(`/c/${id}/case`, { language: 'en' })).location!.split('?')[0]!
    },
    async decide(address: string, fields: Record<string, string>) {
      const sending = await send(address, fields)
      assert.equal(sending.status, 303, sending.text)
      return mo.get(sending.location!)
    },
    async undo(page: { text: string }) {
      const undoing = /action="(\/desk\/decisions\/\d+\/undoing)"/.exec(page.text)![1]!
      assert.equal((await mo.post(undoing, { language: 'en' })).status, 303)
    },
  }
}

async function consistent({ parley: { store } }: Site) {
  assert.deepEqual(await recounted(store, 10), [])
  assert.deepEqual(await contradictory(store, 10), [])
  assert.deepEqual(await misnumbered(store, 10), [])
  assert.deepEqual(await Array.fromAsync(misplaced(store)), [])
}
