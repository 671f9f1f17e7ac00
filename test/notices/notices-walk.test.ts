import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '../../src/domain/people/index.ts'
import type { AnyTables } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { openSite, publish, type Site, say, signInAgain, visitor } from '../support/site.ts'

const DAY = 86_400_000
const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  async function setUp() {
    const database = await open()
    const site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const as = async (who: string, role?: Parameters<typeof visitor>[2]) => {
      const { person, cookies } = await visitor(site, who, role)
      return { person, browser: browserAt(site.url, cookies) }
    }
    return {
      site,
      as,
      say: (by: Person, words: string, under?: number) => say(site, by, articleId, words, under),
      articleId,
      async [Symbol.asyncDispose]() {
        await site[Symbol.asyncDispose]()
        await database.close()
      },
    }
  }

  test(`on ${name}, a person is told once of a comment, for the strongest reason, and never of their own`, async () => {
    await using s = await setUp()
    const [ada, bob, eve] = [await s.as('Ada'), await s.as('Bob'), await s.as('Eve')]
    await follow(ada.browser, `/a/${s.articleId}/follow`)
    await follow(eve.browser, `/a/${s.articleId}/follow`)
    const root = await s.say(ada.person, 'Exact words')
    await s.say(bob.person, `> Exact words\n> — [Ada, 1](/c/${root.id})\n\nIndeed they are.`, root.id)
    await s.say(bob.person, `> Exact words\n> — [Ada, 1](/c/${root.id})\n\nElsewhere, too.`)
    await s.site.found()
    assert.deepEqual(await kinds(ada.browser), ['quotation', 'reply'])
    assert.deepEqual(await kinds(eve.browser), ['follow', 'follow', 'follow'])
    assert.deepEqual(await kinds(bob.browser), [])
    const page = await ada.browser.get('/notices?language=en')
    assert.match(page.text, /Bob[\s\S]*answered you[\s\S]*The ferry[\s\S]*Indeed they are/)
    assert.equal(await unread(ada.browser), 2)

    assert.equal((await ada.browser.send(page, {})).status, 303)
    assert.equal(await unread(ada.browser), 0)
    assert.doesNotMatch((await ada.browser.get('/notices')).text, /class="unread"/)
    await s.say(bob.person, 'Once more', root.id)
    await s.site.found()
    await ada.browser.send(page, { key: 'another key' })
    assert.equal(await unread(ada.browser), 1, 'what came after the page stays unread')
  })

  test(`on ${name}, who follows a branch hears of what is below it, until they end that`, async () => {
    await using s = await setUp()
    const [ada, bob] = [await s.as('Ada'), await s.as('Bob')]
    const root = await s.say(bob.person, 'The root')
    const branch = await s.say(bob.person, 'The branch', root.id)
    const beside = await s.say(bob.person, 'Beside it', root.id)
    await s.site.found()
    await follow(ada.browser, `/c/${branch.id}/follow`)
    const below = await s.say(bob.person, 'Below the branch', branch.id)
    await s.say(bob.person, 'Far below the branch', below.id)
    await s.say(bob.person, 'Below the other', beside.id)
    await s.say(bob.person, 'A thread of its own')
    await s.site.found()
    const page = await ada.browser.get('/notices')
    assert.match(page.text, /Far below the branch[\s\S]*Below the branch/)
    assert.equal(await unread(ada.browser), 2)

    const form = await ada.browser.get(`/c/${branch.id}/follow`)
    assert.match(form.text, /Unfollow/)
    await ada.browser.send(form, {})
    await s.say(bob.person, 'Unheard', branch.id)
    await s.site.found()
    assert.equal(await unread(ada.browser), 2)
  })

  test(`on ${name}, a restart neither loses a notice nor tells it twice`, async () => {
    await using s = await setUp()
    const [ada, bob] = [await s.as('Ada'), await s.as('Bob')]
    const root = await s.say(ada.person, 'The root')
    await s.say(bob.person, 'Before the restart', root.id)
    await s.site.found()
    await s.say(bob.person, 'While nobody may have been told', root.id)
    await s.site.restart()
    await s.site.found()
    assert.equal(await unread(ada.browser), 2)
    await ada.browser.send(await ada.browser.get('/notices'), {})
    await s.site.restart()
    await s.site.found()
    assert.deepEqual(await kinds(ada.browser), ['reply', 'reply'])
    assert.equal(await unread(ada.browser), 0)
  })

  test(`on ${name}, many notices are marked as read by one press, and forgotten 90 days later, those that are not read stay`, async () => {
    await using s = await setUp()
    const [ada, bob] = [await s.as('Ada'), await s.as('Bob')]
    const root = await s.say(ada.person, 'The root')
    await s.say(bob.person, 'An answer', root.id)
    await s.site.found()
    await ada.browser.send(await ada.browser.get('/notices'), {})
    s.site.wait(2 * DAY)
    const { id: first } = await repeatLast(s.site, 1_100)
    assert.equal(await unread(ada.browser), 100)
    await ada.browser.send(await ada.browser.get('/notices'), {})
    assert.equal(await unread(ada.browser), 0)
    await s.say(bob.person, 'Another answer', root.id)
    await s.site.found()
    s.site.wait(89 * DAY)
    await s.site.restart()
    while ((await rowsOf(s.site, 'notification')).some(({ id }) => id === first)) await new Promise(setImmediate)
    assert.equal((await rowsOf(s.site, 'notification')).length, 1_101)
    s.site.wait(2 * DAY)
    await s.site.restart()
    while ((await rowsOf(s.site, 'notification')).length > 1) await new Promise(setImmediate)
    const later = browserAt(s.site.url, await signInAgain(s.site, 'Ada'))
    assert.equal(await unread(later), 1, 'the session of before is over')
    assert.match((await later.get('/notices')).text, /Another answer/)
  })

  test(`on ${name}, notices that nobody reads are forgotten after a year`, async () => {
    await using s = await setUp()
    const [ada, bob] = [await s.as('Ada'), await s.as('Bob')]
    await s.say(ada.person, 'An answer', (await s.say(bob.person, 'A question')).id)
    await s.site.found()
    await bob.browser.send(await bob.browser.get('/notices'), {})
    const root = await s.say(ada.person, 'The root')
    await s.say(bob.person, 'Another answer', root.id)
    await s.site.found()
    await repeatLast(s.site, 1_100)
    s.site.wait(364 * DAY)
    const late = await s.say(bob.person, 'A late answer', root.id)
    await s.site.found()
    await s.site.restart()
    while ((await rowsOf(s.site, 'notification')).some(({ readAt }) => readAt !== null)) await new Promise(setImmediate)
    assert.equal((await rowsOf(s.site, 'notification')).length, 1_102)
    s.site.wait(2 * DAY)
    await s.site.restart()
    while ((await rowsOf(s.site, 'notification')).length > 1) await new Promise(setImmediate)
    assert.equal((await rowsOf(s.site, 'notification'))[0]!.commentId, late.id)
  })

  test(`on ${name}, a removed comment is named as removed, and each kind can be turned off`, async () => {
    await using s = await setUp()
    const [ada, bob, mo] = [await s.as('Ada'), await s.as('Bob'), await s.as('Mo', 'moderator')]
    const root = await s.say(ada.person, 'The root')
    const rude = await s.say(bob.person, 'Umbrellagate', root.id)
    await s.site.found()
    assert.match((await ada.browser.get('/notices')).text, /Umbrellagate/)
    const removal = await mo.browser.get(`/c/${rude.id}/removal`)
    await mo.browser.send(removal, { rule: /name="rule" value="(\d+)"/.exec(removal.text)![1]!, note: '' })
    const page = await ada.browser.get('/notices')
    assert.doesNotMatch(page.text, /Umbrellagate|Bob/)
    assert.match(page.text, /has been removed/)

    const off = await ada.browser.post('/en/account/notices', { language: 'en', quotation: '1', follow: '1' })
    assert.equal(off.status, 303)
    assert.match(
      (await ada.browser.get('/en/account')).text,
      /name="reply" value="1" aria-label="[^"]*">[\s\S]*name="quotation" value="1" aria-label="[^"]*" checked/,
    )
    await s.say(bob.person, 'Another answer', root.id)
    await s.say(bob.person, `> The root\n> — [Ada, 1](/c/${root.id})\n\nQuoted.`)
    await s.site.found()
    assert.deepEqual(await kinds(ada.browser), ['quotation', 'reply'], 'the answer before, and the quotation')
  })
}

async function follow(browser: Browser, path: string) {
  assert.equal((await browser.send(await browser.get(path), {})).status, 303)
}

async function unread(browser: Browser): Promise<number> {
  return JSON.parse((await browser.get('/me')).text).notices
}

/** Why somebody was told, newest first. */
async function kinds(browser: Browser): Promise<string[]> {
  const { text } = await browser.get('/notices?language=en')
  const sentences = { 'answered you': 'reply', 'quoted you': 'quotation', 'in something you follow': 'follow' }
  const found = text.matchAll(new RegExp(Object.keys(sentences).join('|'), 'g'))
  return [...found].map(([words]) => sentences[words as keyof typeof sentences])
}

/** Writes the last comment so often again, with a notice that is not read; answers with the one that was there. */
async function repeatLast(site: Site, times: number) {
  const [comment, notice] = [(await rowsOf(site, 'comment')).at(-1)!, (await rowsOf(site, 'notification')).at(-1)!]
  const [commentId, noticeId] = [Number(comment.id), Number(notice.id)]
  const copies = (change: (n: number) => object) => Array.from({ length: times }, (_, n) => change(n + 1))
  await site.parley.store.write(async (tx) => {
    const fill = (table: string, rows: object[]) => tx.fill<Record<string, object>, string>(table, rows)
    await fill(
      'comment',
      copies((n) => ({ ...comment, id: commentId + n, ordinal: 1_000 + n, label: `1.${1_000 + n}` })),
    )
    await fill(
      'notification',
      copies((n) => ({ ...notice, id: noticeId + n, commentId: commentId + n, readAt: null })),
    )
    await tx.afterImport('comment')
    await tx.afterImport('notification')
  })
  return notice
}

function rowsOf({ parley: { store } }: Site, table: string) {
  return store.look<AnyTables>().selectFrom(table).selectAll().execute()
}
