import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UNDO_MS } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES)
  test(`on ${name}, what readers report is claimed, decided, undone and decided again, without script`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const ada = await visitor(site, 'Ada')
    const [bob, mo, mia] = [
      browserAt(site.url, (await visitor(site, 'Bob')).cookies),
      browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies),
      browserAt(site.url, (await visitor(site, 'Mia', 'moderator')).cookies),
    ]
    const { id } = await say(site, ada.person, articleId, 'You are all fools')
    const other = await say(site, ada.person, articleId, 'It leaves at ten')
    for (const comment of [id, other.id]) {
      const form = await bob.get(`/c/${comment}/report?language=en`)
      await bob.send(form, { rule: '1', words: `About ${comment}` })
    }

    const queue = await mo.get('/desk/cases?language=en')
    assert.match(queue.text, /2 cases are waiting/)
    assert.match(queue.text, /You are all fools/)
    assert.match(queue.text, /<option value="uk">Ukrainian/, 'comments are in more languages than editions')
    const address = /href="(\/desk\/cases\/\d+)\?[^"]*"[^>]*>You are all/.exec(queue.text)![1]!
    const one = await mo.get(`${address}?language=en`)
    assert.match(one.text, /About \d+/, 'what was said with the report')
    await mo.post(`${address}/claim`, { language: 'en' })
    const front = await mia.get('/desk/moderation?language=en')
    assert.match(front.text, /2 cases are waiting[\s\S]*1 that nobody is working on[\s\S]*<bdi>Mo<\/bdi> · 1 case/)
    const busy = await mia.post(`${address}/decisions`, { language: 'en', kind: 'keep' })
    assert.equal(busy.status, 409)
    assert.match(busy.text, /A colleague is working on this case/)
    assert.match((await mia.get('/desk/cases?language=en&who=free')).text, /1 case is waiting/)
    await mo.post(`${address}/notes`, { language: 'en', words: 'The third this week' })

    const refused = await mo.post(`${address}/decisions`, { language: 'en', kind: 'remove', note: 'Typed already' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Typed already/)
    const removed = await mo.post(`${address}/decisions`, {
      language: 'en',
      kind: 'remove',
      rule: '1',
      staffNote: 'Enough',
    })
    const next = await mo.get(removed.location!)
    assert.match(next.text, /It leaves at ten/, 'the next case')
    assert.doesNotMatch((await browserAt(site.url).get('/en/ferry')).text, /all fools/)

    const undoing = /action="(\/desk\/decisions\/\d+\/undoing)"/.exec(next.text)![1]!
    const back = await mo.get((await mo.post(undoing, { language: 'en' })).location!)
    assert.match(back.text, /The third this week/)
    assert.match((await browserAt(site.url).get('/en/ferry')).text, /all fools/)

    const again = await mo.post(`${address}/decisions`, {
      language: 'en',
      kind: 'remove',
      rule: '1',
      staffNote: 'Enough',
    })
    site.wait(UNDO_MS + 1_000)
    const late = /decided=(\d+)/.exec(again.location!)![1]!
    assert.equal((await mo.post(`/desk/decisions/${late}/undoing`, { language: 'en' })).status, 409)
    const decision = await mo.get(`/desk/decisions/${late}?language=en`)
    assert.match(decision.text, /Enough/)
    assert.match(decision.text, /The third this week/, 'notes stand where the decision is shown')
    assert.equal((await bob.get('/desk/cases?language=en')).status, 403)
    site.wait(86_400_000)
    const max = browserAt(site.url, (await visitor(site, 'Max', 'moderator')).cookies)
    assert.match((await max.get('/desk/moderation?language=en')).text, /Remove: 1/, 'what came of yesterday')

    const about = `/desk/moderation/people/${ada.person.id}`
    assert.match((await mo.get(`${about}?language=en`)).text, /It leaves at ten/)
    const without = await mo.post(`${about}/decisions`, { language: 'en', kind: 'ban', note: 'Typed already' })
    assert.deepEqual([without.status, /Typed already/.test(without.text)], [422, true])
    const banned = await mo.post(`${about}/decisions`, { language: 'en', kind: 'ban', rule: '1' })
    const shown = await mo.get(banned.location!)
    assert.match(shown.text, /name="kind" value="unban"/)
    const author = browserAt(site.url, ada.cookies)
    const reply = await author.post(`/a/${articleId}/comments`, { language: 'en', words: 'Again' })
    assert.equal(reply.status, 403)
    assert.match(reply.text, /banned from taking part/)
  })
