import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import type { AnyTables, Reading } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { mailFolderOf } from '../support/letters.ts'
import { openSite, publish, type Site, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Evenings before New York's clocks are set forward, before they are set back, and of a day in between; and when it is seven there. */
const CLOCKS_SET = [
  ['2027-03-14T01:00:00.000Z', '2027-03-14T11:00:00.000Z'],
  ['2027-07-01T23:00:00.000Z', '2027-07-02T11:00:00.000Z'],
  ['2027-11-07T01:00:00.000Z', '2027-11-07T12:00:00.000Z'],
] as const
const ALL = Object.fromEntries(
  ['reply', 'quotation', 'mention', 'follow'].flatMap((kind) => [kind, `${kind}-mail`]).map((field) => [field, '1']),
)
const KINDS = { reply: '1', 'reply-mail': '1', quotation: '1', follow: '1' }

for (const { name, open } of DATABASES) {
  async function setUp() {
    const database = await open()
    const site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const [adaHerself, bobHimself] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const root = await say(site, adaHerself.person, articleId, 'The root')
    const [ada, bob] = [browserAt(site.url, adaHerself.cookies), browserAt(site.url, bobHimself.cookies)]
    return {
      site,
      ada,
      bob,
      reply: async (words: string) => {
        const { id } = await say(site, bobHimself.person, articleId, words, root.id)
        await site.found()
        return id
      },
      bobHimself: bobHimself.person,
      articleId,
      rootId: root.id,
      /** Begins a thread by the form. */
      async post(words: string) {
        const { location } = await bob.send(await bob.get('/en/ferry/comment'), { words })
        await site.found()
        return Number(/\/c\/(\d+)/.exec(location)![1])
      },
      async [Symbol.asyncDispose]() {
        await site[Symbol.asyncDispose]()
        await database.close()
      },
    }
  }

  test(`on ${name}, a kind that somebody does not want by mail stands on the page alone`, async () => {
    await using s = await setUp()
    await wish(s.ada, 'at-once', { reply: '1', quotation: '1', 'quotation-mail': '1' })
    await s.reply('On the page alone')
    assert.match((await s.ada.get('/notices')).text, /On the page alone/)
    assert.equal(await planned(s.site), 0)
    const { text } = await s.ada.get('/en/account')
    assert.match(text, /name="reply" value="1" aria-label="answers to me, here, on the page" checked>/)
    assert.doesNotMatch(text, /name="reply-mail"/)
    assert.match(text, /<input type="hidden" name="quotation-mail" value="1">/)
    await wish(s.ada, 'at-once')
    await s.reply('By mail, too')
    assert.equal(await planned(s.site), 1)
  })

  test(`on ${name}, who asks for it is mailed two minutes later, with links to this site alone`, async () => {
    await using s = await setUp()
    await s.reply('Before the wish')
    await wish(s.ada, 'at-once')
    const id = await s.reply('Look at <b>https://evil.example/x</b>\n\nand www.evil.example.')
    assert.equal(await planned(s.site), 1)
    assert.deepEqual(await letters(s.site), [])
    s.site.wait(2 * MINUTE)
    await until(async () => (await planned(s.site)) === 0)
    const [letter, ...others] = await letters(s.site)
    assert.deepEqual(others, [])
    assert.match(letter!, /^To: ada@reader\.example$/m)
    assert.match(letter!, /Bob answered you under/)
    assert.match(letter!, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
    assert.ok(letter!.includes(`${s.site.url}/c/${id}?language=en`))
    assert.doesNotMatch(letter!, /evil\.example|Before the wish|text\/html[\s\S]*<b>/)
  })

  test(`on ${name}, what is removed or read within two minutes is never mailed`, async () => {
    await using s = await setUp()
    await wish(s.ada, 'at-once')
    const id = await s.reply('Umbrellagate')
    await s.bob.send(await s.bob.get(`/c/${id}/removal`), {})
    s.site.wait(3 * MINUTE)
    await until(async () => (await planned(s.site)) === 0)
    await s.reply('Read at once')
    await s.ada.send(await s.ada.get('/notices'), {})
    s.site.wait(3 * MINUTE)
    await until(async () => (await planned(s.site)) === 0)
    assert.deepEqual(await letters(s.site), [])
  })

  test(`on ${name}, what is written within two minutes of a letter goes together in the next`, async () => {
    await using s = await setUp()
    await wish(s.ada, 'at-once')
    await s.reply('The first')
    s.site.wait(MINUTE)
    await s.reply('The second')
    s.site.wait(MINUTE)
    await until(async () => (await letters(s.site)).length === 1)
    await s.reply('The third')
    s.site.wait(2 * MINUTE)
    await until(async () => (await planned(s.site)) === 0)
    const [first, ...others] = (await letters(s.site)).toSorted((one, other) => one.length - other.length)
    assert.equal(others.length, 1)
    assert.match(first!, /The first/)
    assert.match(others[0]!, /The second[\s\S]*The third/)
  })

  test(`on ${name}, a digest gathers a day in one letter`, async () => {
    await using s = await setUp()
    await wish(s.ada, 'daily')
    await s.reply('The first')
    await s.reply('The second')
    s.site.wait(DAY)
    await until(async () => (await planned(s.site)) === 0)
    const sent = await letters(s.site)
    assert.equal(sent.length, 1)
    assert.match(sent[0]!, /The first[\s\S]*The second/)
    assert.match(sent[0]!, /2 notices/)
  })

  test(`on ${name}, a digest tells words as they stand: the edited ones, the restored ones, and none that are removed`, async () => {
    await using s = await setUp()
    const mo = await visitor(s.site, 'Mo', 'moderator')
    const moderator = browserAt(s.site.url, mo.cookies)
    const remove = async (id: number) => {
      const form = await moderator.get(`/c/${id}/removal`)
      await moderator.send(form, { rule: /name="rule" value="(\d+)"/.exec(form.text)![1]!, note: '' })
    }
    await wish(s.ada, 'daily')
    const removed = await s.reply('Umbrellagate')
    const edited = await s.reply('As it was first')
    const restored = await s.reply('Restored before the morning')
    await remove(removed)
    await remove(restored)
    await s.bob.send(await s.bob.get(`/c/${edited}/edit`), { words: 'As it is now' })
    await moderator.send(await moderator.get(`/c/${restored}/restoration`), { note: '' })
    s.site.wait(DAY)
    await settled(s.site)
    const [letter, ...others] = (await letters(s.site)).filter((one) => /^To: ada@/m.test(one))
    assert.deepEqual(others, [])
    assert.match(letter!, /^Subject: .*2 notices$/m)
    assert.match(letter!, /As it is now[\s\S]*Restored before the morning/)
    assert.doesNotMatch(letter!, /Umbrellagate|As it was first/)
  })

  test(`on ${name}, a digest comes at seven by the clocks of the publication, also when they are set forward or back`, async () => {
    await using s = await setUp()
    await wish(s.ada, 'daily')
    const { store } = s.site.parley
    await store.write(async (tx) => {
      const publications = tx.change<AnyTables>().updateTable('publication')
      await publications.set({ zone: 'America/New_York' }).execute()
    })
    for (const [evening, morning] of CLOCKS_SET) {
      s.site.wait(Date.parse(evening) - s.site.parley.clock())
      await s.reply(`Said at ${evening}`)
      const [mailing] = (await rowsOf(store, 'delivery')).filter(({ state }) => state === 'planned')
      assert.equal(new Date(Number(mailing!.dueAt)).toISOString(), morning)
      s.site.wait(Date.parse(morning) - s.site.parley.clock())
      await until(async () => (await planned(s.site)) === 0)
    }
    assert.equal((await letters(s.site)).length, CLOCKS_SET.length)
  })

  test(`on ${name}, a digest is one letter however much there is to tell`, async () => {
    await using s = await setUp()
    await wish(s.ada, 'daily')
    for (let n = 1; n <= 55; n++) await say(s.site, s.bobHimself, s.articleId, `Answer ${n}.`, s.rootId)
    await s.site.found()
    await s.bob.send(await s.bob.get(`/c/${s.rootId + 1}/removal`), {})
    s.site.wait(DAY)
    await settled(s.site)
    assert.equal(await planned(s.site), 0)
    const [letter, ...others] = await letters(s.site)
    assert.deepEqual(others, [])
    assert.match(letter!, /^Subject: .*54 notices$/m)
    assert.match(letter!, /Answer 2\.[\s\S]*Answer 51\.[\s\S]*4 more notices are on your notices page/)
    assert.ok(letter!.includes(`${s.site.url}/notices?language=en`))
    assert.doesNotMatch(letter!, /Answer (1|52|55)\./)
  })

  test(`on ${name}, a digest stays one letter when thousands answered`, async () => {
    await using s = await setUp()
    await wish(s.ada, 'daily')
    await s.reply('The first of them')
    await repeatLast(s.site, 2_100)
    s.site.wait(DAY)
    await settled(s.site)
    assert.equal(await planned(s.site), 0)
    const [letter, ...others] = await letters(s.site)
    assert.deepEqual(others, [])
    assert.match(letter!, /2,?051 more notices are on your notices page/)
  })

  test(`on ${name}, a kind that is turned off, a follow that is ended and a mention that is edited away are in no digest that comes after`, async () => {
    await using s = await setUp()
    await wish(s.ada, 'daily', ALL)
    await s.ada.send(await s.ada.get(`/a/${s.articleId}/follow`), {})
    await s.reply('Answered at ten')
    await s.post('Told at eleven')
    const named = await s.post('Named @Ada at noon')
    const stays = await s.post('Named @Ada for good')
    await s.post(`> The root\n> — [Ada, 1](/c/${s.rootId})\n\nQuoted at one.`)
    assert.equal(await planned(s.site), 5)
    const { 'reply-mail': _, ...others } = ALL
    await wish(s.ada, 'daily', others)
    const { quotation: __, ...fewer } = others
    await wish(s.ada, 'daily', fewer)
    await s.ada.send(await s.ada.get(`/a/${s.articleId}/follow`), {})
    await s.bob.send(await s.bob.get(`/c/${named}/edit`), { words: 'Naming nobody at noon' })
    s.site.wait(DAY)
    await until(async () => (await planned(s.site)) === 0)
    const sent = await letters(s.site)
    assert.equal(sent.length, 1)
    assert.match(sent[0]!, /Named @Ada for good/)
    assert.ok(sent[0]!.includes(`/c/${stays}?`))
    assert.doesNotMatch(sent[0]!, /Answered at ten|Told at eleven|at noon|Quoted at one/)
    assert.match((await s.ada.get('/notices')).text, /Answered at ten/)
  })

  test(`on ${name}, one press or one click of a mail program ends all mail, and opening the link does not`, async () => {
    await using s = await setUp()
    await wish(s.ada, 'at-once')
    await s.reply('The first')
    s.site.wait(2 * MINUTE)
    await until(async () => (await letters(s.site)).length === 1)
    const link = /^List-Unsubscribe: <([^>]*)>$/m.exec((await letters(s.site))[0]!)![1]!
    const { pathname, search } = new URL(link)
    assert.match((await browserAt(s.site.url).get(pathname + search)).text, /<form[^>]*method="post"[^>]*unsubscribe/)
    await s.reply('The second')
    assert.equal(await planned(s.site), 1)

    for (const forged of [`${pathname.slice(0, -1)}_`, pathname.replace(/\d+\./, '1000.')])
      assert.equal((await fetch(s.site.url + forged, { method: 'POST' })).status, 404)
    const clicked = await fetch(link, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    assert.equal(clicked.status, 200)
    assert.equal(await planned(s.site), 0)
    await s.reply('The third')
    assert.equal(await planned(s.site), 0)
    assert.match((await s.ada.get('/en/account')).text, /name="mail" value="" checked/)
  })
}

async function wish(browser: Browser, mail: string, kinds: Record<string, string> = KINDS) {
  assert.equal((await browser.post('/en/account/notices', { language: 'en', ...kinds, mail })).status, 303)
}

/** Letters in the mail folder, their lines whole again. */
async function letters({ parley }: Site): Promise<string[]> {
  const mailFolder = mailFolderOf(parley)
  const files = await readdir(mailFolder).catch(() => [])
  const texts = await Promise.all(files.map((file) => readFile(path.join(mailFolder, file), 'utf8')))
  return texts.map((text) =>
    text
      .replace(/=\r?\n/g, '')
      .replace(/\r?\n[ \t]+/g, ' ')
      .replaceAll('=3D', '=')
      .replaceAll('=20', ' '),
  )
}

/** How many deliveries are not at their end. */
async function planned({ parley: { store } }: Site): Promise<number> {
  return (await rowsOf(store, 'delivery')).filter(({ at }) => at === null).length
}

/** Writes the last comment so often again, with its notice and its mail. */
async function repeatLast({ parley: { store } }: Site, times: number) {
  const [comment, notice, mailing] = await Promise.all(
    ['comment', 'notification', 'delivery'].map(async (table) => (await rowsOf(store, table)).at(-1)!),
  )
  const [commentId, noticeId] = [Number(comment!.id), Number(notice!.id)]
  const copies = (change: (n: number) => object) => Array.from({ length: times }, (_, n) => change(n + 1))
  await store.write(async (tx) => {
    const fill = (table: string, rows: object[]) => tx.fill<Record<string, object>, string>(table, rows)
    await fill(
      'comment',
      copies((n) => ({ ...comment, id: commentId + n, ordinal: n + 1, label: `1.${n + 1}` })),
    )
    await fill(
      'notification',
      copies((n) => ({ ...notice, id: noticeId + n, commentId: commentId + n })),
    )
    await fill(
      'delivery',
      copies((n) => ({ ...mailing, id: Number(mailing!.id) + n, noticeId: noticeId + n })),
    )
  })
}

/** Waits until no mail is due or under way. */
async function settled({ parley: { store, clock } }: Site) {
  const isWaiting = ({ at, tries, dueAt }: Record<string, unknown>) =>
    at !== null || (tries === 0 && Number(dueAt) > clock())
  await until(async () => (await rowsOf(store, 'delivery')).every(isWaiting))
}

function rowsOf(db: Reading, table: string) {
  return db.look<AnyTables>().selectFrom(table).selectAll().execute()
}
