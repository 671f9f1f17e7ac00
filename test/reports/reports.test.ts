import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answerReports, reportBy, reportedInBranch, reportsOf } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'berths', title: 'The berths', words: 'A sleeper is a hotel.' }

for (const { name, open } of DATABASES) {
  describe(`reports on ${name}`, () => {
    async function setUp() {
      const ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const site = ending.use(await openSite(database.url))
      const articleId = await publish(site, ARTICLE)
      const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
      const comment = await say(site, ada.person, articleId, 'Buy my tickets')
      const [author, reader] = [browserAt(site.url, ada.cookies), browserAt(site.url, bob.cookies)]
      const { store, clock } = site.parley
      const path = `/c/${comment.id}/report`
      return {
        ...{ site, articleId, ada, bob, comment, author, reader, store, clock, path },
        [Symbol.asyncDispose]: () => ending.disposeAsync(),
      }
    }

    test('come from a link at every comment, once from each person, and tell what came of them', async () => {
      await using s = await setUp()
      const page = await browserAt(s.site.url).get('/en/berths')
      assert.ok(page.text.includes(`<a href="${s.path}?language=en">Report</a>`))
      const form = await s.reader.get(s.path)
      assert.match(form.text, /<b>1\.<\/b> Argue with the words/)
      assert.equal(form.headers.get('cache-control'), 'no-store')
      const mute = await s.reader.send(form, { rule: 'other' })
      assert.equal(mute.status, 422)
      assert.match(mute.text, /or say in words what is wrong/)
      const sent = await s.reader.send(form, { rule: '1', words: 'It sells <tickets>' })
      assert.equal(sent.location, `${s.path}?language=en`)
      assert.match(
        (await s.reader.get(sent.location)).text,
        /Argue with the words[\s\S]*&lt;tickets&gt;[\s\S]*Nobody has decided/,
      )

      const again = await s.reader.post(s.path, { language: 'en', rule: 'other', words: 'Once more' })
      assert.equal(again.status, 409)
      assert.match(again.text, /You have reported this comment already/)
      for (const refused of [await s.author.get(s.path), await s.author.post(s.path, { rule: '1' })])
        assert.match(refused.text, /You cannot report your own comment/)

      const [report] = await reportsOf(s.store, s.comment.id)
      assert.deepEqual([report?.state, report?.weight], ['open', 100])
      await s.store.write((tx) => answerReports(tx, s.comment.id, 'upheld', s.clock()))
      assert.deepEqual(
        (await reportsOf(s.store, s.comment.id)).map(({ state }) => state),
        ['upheld'],
      )
      assert.match((await s.reader.get(s.path)).text, /agreed with you/)
    })

    test('stand once however many are sent at once', async () => {
      await using s = await setUp()
      const fields = (n: number) => ({ language: 'en', rule: '1', words: '', key: `key ${n}` })
      const all = await Promise.all(Array.from({ length: 12 }, (_, n) => s.reader.post(s.path, fields(n))))
      assert.deepEqual(all.map(({ status }) => status).toSorted(), [303, ...Array(11).fill(409)])
      assert.equal((await reportsOf(s.store, s.comment.id)).length, 1)
    })

    test('are counted by thread and by branch', async () => {
      await using s = await setUp()
      const below = await say(s.site, s.ada.person, s.articleId, 'And mine', s.comment.id)
      const deep = await say(s.site, s.ada.person, s.articleId, 'And theirs', below.id)
      const beside = await say(s.site, s.ada.person, s.articleId, 'Beside', s.comment.id)
      for (const { id } of [deep, beside]) await s.reader.post(`/c/${id}/report`, { language: 'en', rule: '1' })
      const place = (id: typeof deep.id) => ({ id, rootId: s.comment.id })
      assert.equal((await reportedInBranch(s.store, place(s.comment.id), 0)).count, 2)
      assert.equal((await reportedInBranch(s.store, place(below.id), 0)).count, 1)
      assert.equal((await reportedInBranch(s.store, place(deep.id), 0)).count, 1)
      assert.equal((await reportedInBranch(s.store, place(s.comment.id), s.clock() + 1)).count, 0)
    })

    test('of somebody who is often wrong weigh less, which they are told, and are limited by the hour', async () => {
      await using s = await setUp()
      for (let n = 0; n < 5; n++) {
        const { id } = await say(s.site, s.ada.person, s.articleId, `Words ${n}`)
        await s.reader.post(`/c/${id}/report`, { language: 'en', rule: '1' })
        await s.store.write((tx) => answerReports(tx, id, n === 0 ? 'upheld' : 'unfounded', s.clock()))
      }
      assert.doesNotMatch((await s.reader.get(s.path)).text, /weigh/)
      const { id } = await say(s.site, s.ada.person, s.articleId, 'Words 5')
      await s.reader.post(`/c/${id}/report`, { language: 'en', rule: '1' })
      await s.store.write((tx) => answerReports(tx, id, 'unfounded', s.clock()))
      const form = await s.reader.get(s.path)
      assert.match(
        form.text,
        /Of your last 6 reports that were looked at, 5 were unfounded\. For now your reports weigh 17 %/,
      )
      await s.reader.send(form, { rule: '1' })
      assert.equal((await reportBy(s.store, s.bob.person.id, s.comment.id))?.weight, 17)

      for (let n = 0; n < 13; n++) {
        const more = await say(s.site, s.ada.person, s.articleId, `More ${n}`)
        const sent = await s.reader.post(`/c/${more.id}/report`, { language: 'en', rule: '1' })
        assert.equal(sent.status, 303)
      }
      const last = await say(s.site, s.ada.person, s.articleId, 'The last')
      const refused = await s.reader.post(`/c/${last.id}/report`, { language: 'en', rule: '1' })
      assert.equal(refused.status, 429)
      assert.match(refused.text, /20 comments within an hour/)
      s.site.wait(61 * 60_000)
      assert.equal((await s.reader.post(`/c/${last.id}/report`, { language: 'en', rule: '1' })).status, 303)
    })
  })
}
