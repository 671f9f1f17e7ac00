import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS } from '../../src/kit/clock.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt, type Page, unescaped } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  async function setUp() {
    const database = await open()
    const site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const ada = await visitor(site, 'Ada')
    const { id } = await say(site, ada.person, articleId, 'Frist of all.')
    const as = async (who: string, role?: Parameters<typeof visitor>[2]) =>
      browserAt(site.url, (await visitor(site, who, role)).cookies)
    return {
      site,
      id,
      author: browserAt(site.url, ada.cookies),
      reader: await as('Bob'),
      moderator: await as('Mo', 'moderator'),
      editor: await as('Eve', 'editor'),
      stranger: browserAt(site.url),
      async [Symbol.asyncDispose]() {
        await site[Symbol.asyncDispose]()
        await database.close()
      },
    }
  }

  test(`on ${name}, the page behind "Reply" offers what the one who asks may do`, async () => {
    await using s = await setUp()
    const offered = async (browser: Browser) => {
      const reply = await follow(s.stranger, browser, /<a href="([^"]*)">Reply</)
      return [...reply.text.matchAll(/<a href="[^"]*">(Edit|Remove|Restore)</g)].map(([, act]) => act)
    }
    assert.deepEqual(await offered(s.author), ['Edit', 'Remove'])
    assert.deepEqual(await offered(s.moderator), ['Remove'])
    for (const other of [s.reader, s.editor]) assert.deepEqual(await offered(other), [])

    const reply = await follow(s.stranger, s.author, /<a href="([^"]*)">Reply</)
    const form = await s.author.get(linkIn(reply, /<a href="([^"]*)">Edit</))
    assert.equal((await s.author.send(form, { words: 'First of all.' })).status, 303)
    assert.match((await s.stranger.get('/en/ferry')).text, /First of all/)
    const preview = await s.author.send(reply, { words: 'And then', preview: '1' })
    assert.match(preview.text, />Edit<[\s\S]*>Remove</, 'also beside a preview')

    s.site.wait(16 * MINUTE_MS)
    assert.deepEqual(await offered(s.author), ['Remove'])
    const removal = await s.author.get(linkIn(await follow(s.stranger, s.author, /<a href="([^"]*)">Reply</), REMOVE))
    assert.equal((await s.author.send(removal, {})).status, 303)
    assert.doesNotMatch((await s.stranger.get('/en/ferry')).text, /First of all|\/removal/)
    const took = await s.moderator.get(`/c/${s.id}/removal?language=en`)
    assert.match(took.text, /The author took this comment back/)
    assert.doesNotMatch(took.text, /\/restoration|First of all/)
  })

  test(`on ${name}, a tombstone leads everyone to one page, and from there moderators to the restoration`, async () => {
    await using s = await setUp()
    const removal = await s.moderator.get(
      linkIn(await follow(s.stranger, s.moderator, /<a href="([^"]*)">Reply</), REMOVE),
    )
    await s.moderator.send(removal, { rule: /name="rule" value="(\d+)"/.exec(removal.text)![1]!, note: '' })

    const onTombstone = /<a href="([^"]*)">More about this</
    for (const other of [s.stranger, s.reader, s.author, s.editor]) {
      const page = await follow(s.stranger, other, onTombstone)
      assert.equal(page.status, 200)
      assert.match(page.text, /Comment 1 has been removed[\s\S]*Removed by the moderators[\s\S]*Only moderators can/)
      assert.doesNotMatch(page.text, /\/restoration|\/history|Frist|Ada/)
      assert.match(page.text, new RegExp(`<a href="/c/${s.id}\\?language=en">To its place`))
    }
    const door = linkIn(await follow(s.stranger, s.stranger, onTombstone), /restore it\. <a href="([^"]*)">Sign in</)
    assert.equal(door, `/en/sign-in?next=${encodeURIComponent(`/c/${s.id}/removal?language=en`)}`)

    const page = await follow(s.stranger, s.moderator, onTombstone)
    assert.match(
      (await s.moderator.get(linkIn(page, /<a href="([^"]*)">Earlier versions of comment 1</))).text,
      /Frist of all/,
    )
    const form = await s.moderator.get(linkIn(page, /<a class="primary" href="([^"]*)">Restore</))
    assert.equal((await s.moderator.send(form, { note: '' })).status, 303)
    assert.match((await s.stranger.get('/en/ferry')).text, /Frist of all/)
  })
}

const REMOVE = /<a href="([^"]*)">Remove</

/** Follows a link of the shared page, which one finds and another follows. */
async function follow(finder: Browser, follower: Browser, link: RegExp): Promise<Page> {
  return follower.get(linkIn(await finder.get('/en/ferry'), link))
}

function linkIn({ text }: Page, link: RegExp): string {
  return unescaped(link.exec(text)![1]!)
}
