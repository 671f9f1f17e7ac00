import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recounted } from '../../src/domain/discussion/index.ts'
import { UNDO_MS } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

for (const { name, open } of DATABASES)
  test(`on ${name}, branches and discussions are locked and opened, with an undo and a line in the log`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const ada = await visitor(site, 'Ada')
    const [bob, mo] = [
      browserAt(site.url, (await visitor(site, 'Bob')).cookies),
      browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies),
    ]
    const root = await say(site, ada.person, articleId, 'You are all fools')
    const reply = await say(site, ada.person, articleId, 'All of you', root.id)
    const page = async () => (await browserAt(site.url).get('/en/ferry')).text
    const waysToAnswer = async () =>
      [...(await page()).matchAll(/\/c\/(\d+)\/reply\?language=en"/g)].map(([, id]) => Number(id))
    const answer = (under: number) =>
      bob.post(`/c/${under}/replies`, { language: 'en', words: 'I am not', key: `${++sent}` })
    let sent = 0

    const removal = await mo.get(`/c/${root.id}/removal?language=en`)
    assert.match(removal.text, /Decide otherwise: bring it up as a case/)
    assert.equal((await bob.post(`/c/${root.id}/case`, { language: 'en' })).status, 403)
    const brought = await mo.post(`/c/${root.id}/case`, { language: 'en' })
    const address = brought.location!.split('?')[0]!
    const shown = await mo.get(brought.location!)
    assert.match(shown.text, /brought up by a moderator/)
    assert.match(shown.text, /value="lock"[\s\S]*Lock the branch/)

    const decide = async (kind: string, more: Record<string, string> = {}) => {
      const sending = await mo.post(`${address}/decisions`, { language: 'en', kind, key: `${++sent}`, ...more })
      assert.equal(sending.status, 303, sending.text)
      return mo.get(sending.location!)
    }
    const undo = async (page: { text: string }) => {
      const undoing = /action="(\/desk\/decisions\/\d+\/undoing)"/.exec(page.text)![1]!
      assert.equal((await mo.post(undoing, { language: 'en' })).status, 303)
    }
    const locked = await decide('lock')
    assert.deepEqual(await waysToAnswer(), [])
    assert.match(await page(), /nobody answers here any more/)
    for (const under of [root.id, reply.id]) {
      const refused = await answer(under)
      assert.equal(refused.status, 403)
      assert.match(refused.text, /This branch is locked/)
      assert.match(refused.text, /I am not/, 'what was typed is kept')
      assert.equal((await bob.get(`/c/${under}/reply?language=en`)).status, 403)
    }
    await undo(locked)
    assert.deepEqual(await waysToAnswer(), [root.id, reply.id])
    assert.equal((await answer(reply.id)).status, 303)

    await undo(await decide('remove-branch', { rule: '1' }))
    assert.match(await page(), /all fools/)
    assert.deepEqual(await recounted(site.parley.store, 10), [])
    await decide('remove-branch', { rule: '1' })
    assert.match(await page(), /nobody answers here any more[\s\S]*All of you/, 'replies stand')
    assert.equal((await answer(reply.id)).status, 403)
    await decide('restore')
    assert.equal((await answer(reply.id)).status, 303, 'it opens with what is restored')
    assert.equal((await mo.post(`${address}/decisions`, { language: 'en', kind: 'unlock' })).status, 409)

    const closing = { language: 'en', article: String(articleId), minutes: '', seconds: '' }
    const closed = await mo.post('/desk/restraints', { ...closing, kind: 'read-only', staffNote: 'Too hot' })
    const decision = await mo.get(closed.location!)
    assert.match(decision.text, /Discussion locked[\s\S]*Too hot/)
    assert.match((await answer(root.id)).text, /This discussion is closed/)
    await undo(decision)
    assert.equal((await answer(root.id)).status, 303)
    await mo.post('/desk/restraints', { ...closing, kind: 'slow', seconds: '300' })
    assert.equal((await answer(root.id)).status, 429)
    const end = /action="(\/desk\/restraints\/\d+\/end)"/.exec(
      (await mo.get(`/desk/restraints?article=${articleId}`)).text,
    )!
    assert.equal((await mo.post(end[1]!, { language: 'en' })).status, 303)

    site.wait(UNDO_MS + 1_000)
    let log = ''
    await until(async () => {
      log = (await bob.get('/en/rules/log')).text
      return /not slowed down any more/.test(log)
    })
    assert.match(log, /A comment was removed and its branch closed/)
    assert.match(log, /A discussion was slowed down/)
    assert.doesNotMatch(log, /A discussion or a branch was closed/, 'what was undone is told to nobody')
  })
