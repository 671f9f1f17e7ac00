import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answerReports, openNotices, reportsOf } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { keptLetters } from '../support/letters.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const ARTICLE = { slug: 'berths', title: 'The berths', words: 'A sleeper is a hotel.' }
const FORM = '/en/rules/illegal-content'

for (const { name, open } of DATABASES) {
  describe(`notices of illegal content on ${name}`, () => {
    test('come from anybody, with a receipt and an answer by mail', async () => {
      await using ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const site = ending.use(await openSite(database.url))
      const { store, clock } = site.parley
      const articleId = await publish(site, ARTICLE)
      const ada = await visitor(site, 'Ada')
      const comment = await say(site, ada.person, articleId, 'Buy stolen tickets')
      const anybody = browserAt(site.url)

      assert.ok((await anybody.get('/en/berths')).text.includes(`href="${FORM}"`))
      const form = await anybody.get(`${FORM}?comment=${comment.id}`)
      assert.ok(form.text.includes(`value="${site.url}/c/${comment.id}"`))
      const typed = {
        address: `${site.url}/c/${comment.id}`,
        explanation: 'They are <stolen>.',
        name: 'Nora',
        faith: '1',
      }
      for (const [wrong, sentence] of [
        [{ mail: 'nora' }, /not a mail address|mail address/],
        [{ mail: 'nora@home.example', name: '' }, /Give your name, as the law asks/],
        [{ mail: 'nora@home.example', address: 'https://elsewhere.example/c/1' }, /no comment or article of/],
        [{ mail: 'nora@home.example', explanation: ' ' }, /Explain why it is against the law/],
      ] as const) {
        const again = await anybody.post(FORM, { language: 'en', ...typed, ...wrong })
        assert.equal(again.status, 422)
        assert.match(again.text, sentence)
      }
      assert.equal((await openNotices(store)).length, 0)
      const { faith: _, ...faithless } = typed
      const refused = await anybody.post(FORM, { language: 'en', ...faithless, mail: 'nora@home.example' })
      assert.match(refused.text, /accurate and complete; the law asks for that/)

      const sent = await anybody.send(form, { ...typed, mail: 'nora@home.example' })
      assert.equal(sent.status, 303, sent.text)
      assert.equal((await anybody.send(form, { ...typed, mail: 'nora@home.example' })).location, sent.location)
      const receipt = await anybody.get(sent.location)
      assert.match(receipt.text, /&lt;stolen&gt;[\s\S]*Nora/)
      assert.match(receipt.text, /Nobody has decided about it yet/)
      assert.equal((await anybody.get(`${FORM}/elsewhere`)).status, 404)
      assert.deepEqual(
        (await reportsOf(store, comment.id)).map(({ state }) => state),
        ['open'],
      )

      await until(() => keptLetters(site).length === 1)
      const [letter] = keptLetters(site)
      assert.equal(letter!.to, 'nora@home.example')
      assert.ok(letter!.text.includes(site.url + sent.location))
      assert.doesNotMatch(letter!.text, /Nora|stolen/)

      const { seq } = await store.write((tx) => answerReports(tx, comment.id, 'upheld', clock()))
      await site.parley.tail.until(seq)
      await until(() => keptLetters(site).length === 2)
      assert.match(keptLetters(site)[1]!.text, /action was taken[\s\S]*out of court/)
      assert.match((await anybody.get(sent.location)).text, /action was taken/)

      const unnamed = { language: 'en', address: '/en/berths', explanation: 'The picture.', unnamed: '1', faith: '1' }
      const hidden = await anybody.post(FORM, unnamed)
      assert.match((await anybody.get(hidden.location)).text, /nowhere else can you see/)
      const [kept] = await openNotices(store)
      const mo = browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies)
      const waiting = await mo.get('/desk/notices')
      assert.match(waiting.text, /The picture\./)
      assert.equal((await mo.send(waiting, { outcome: 'unfounded', words: '' })).status, 422)
      assert.equal((await mo.send(waiting, { outcome: 'unfounded', words: 'It is ours.' })).status, 303)
      assert.match((await anybody.get(hidden.location)).text, /left standing[\s\S]*It is ours\./)
      assert.match((await mo.get('/desk/notices')).text, /No notices are waiting/)
      assert.deepEqual([kept?.name, kept?.mail, kept?.commentId, kept?.articleId], ['', '', 0, articleId])
    })
  })
}
