import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayAdmission } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES)
  test(`on ${name}, what needs a second person waits for one, whoever presses first, and every door says so`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const { store, clock } = site.parley
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const ada = await visitor(site, 'Ada')
    const moderator = async (who: string) => browserAt(site.url, (await visitor(site, who, 'moderator')).cookies)
    const [mo, mia, max] = [await moderator('Mo'), await moderator('Mia'), await moderator('Max')]
    const reader = browserAt(site.url)
    const said = { secondRemove: 1, secondBan: 1, secondLock: 1, secondSlow: 1, secondMany: 3 }
    await store.write((tx) => sayAdmission(tx, { sectionId: null, said, byId: null, at: clock() }))
    const { id } = await say(site, ada.person, articleId, 'You are all fools')
    const address = (await mo.post(`/c/${id}/case`, { language: 'en' })).location!.split('?')[0]!
    const isThere = async () => /all fools/.test((await reader.get('/en/ferry')).text)
    const remove = (by: typeof mo) =>
      by.post(`${address}/decisions`, { language: 'en', kind: 'remove', rule: '1', staffNote: 'Enough' })
    const press = (by: typeof mo, path: string) => by.post(path, { language: 'en' })
    const proposedBy = async (by: typeof mo) => {
      const [one] = (await remove(by)).location!.split('?')
      assert.match(one!, /^\/desk\/proposals\/\d+$/)
      return one!
    }

    const both = await Promise.all([remove(mo), remove(mia)])
    assert.deepEqual(both.map(({ status }) => status).sort(), [303, 409], 'one of both who press at once proposes')
    const [first, second] = both[0]!.status === 303 ? [mo, mia] : [mia, mo]
    const proposal = both.find(({ status }) => status === 303)!.location!.split('?')[0]!
    assert.equal(await isThere(), true)
    assert.match((await second.get('/desk/cases?language=en&who=second')).text, /Waits for a second person: Remove/)
    assert.match((await first.get('/desk/cases?language=en&who=second')).text, /Nothing is waiting/)
    assert.match((await second.get(`${address}?language=en`)).text, /Waits for a second person: Remove/)
    assert.match((await second.get('/desk/moderation?language=en')).text, /Waits for a second person/)
    assert.equal((await press(first, `${proposal}/assent`)).status, 403, 'nobody assents to their own')
    await press(second, `${proposal}/end`)
    assert.match((await first.get(`${proposal}?language=en`)).text, /A second person declined/)

    const withdrawn = await proposedBy(first)
    await press(first, `${withdrawn}/end`)
    assert.equal((await press(second, `${withdrawn}/assent`)).status, 409)
    const again = await proposedBy(first)
    const assents = await Promise.all([press(second, `${again}/assent`), press(max, `${again}/assent`)])
    assert.deepEqual(assents.map(({ status }) => status).sort(), [303, 409], 'one of both who assent at once decides')
    assert.equal(await isThere(), false)
    const decision = assents.find(({ status }) => status === 303)!.location!
    assert.match((await first.get(decision)).text, /Enough/)
    assert.match((await first.get(decision)).text, /with the assent of <bdi>(Mo|Mia|Max)<\/bdi>/)
    await press(second, `${decision.split('?')[0]}/undoing`)
    assert.equal(await isThere(), true, 'it is undone as any other')
    const overtaken = await proposedBy(first)
    await second.post(`${address}/decisions`, { language: 'en', kind: 'hold' })
    assert.match((await first.get(`${overtaken}?language=en`)).text, /Something else was decided meanwhile/)

    const slow = (by: typeof mo, seconds = '30') =>
      by.post('/desk/restraints', { language: 'en', article: String(articleId), kind: 'slow', minutes: '60', seconds })
    assert.equal((await slow(mo, '0')).status, 422, 'what cannot be done is not proposed')
    const slowing = await Promise.all([slow(mo), slow(mia)])
    assert.deepEqual(slowing.map(({ status }) => status).sort(), [303, 409])
    const [slower, colleague] = slowing[0]!.status === 303 ? [mo, mia] : [mia, mo]
    const slowed = slowing.find(({ status }) => status === 303)!.location!.split('?')[0]!
    const note = async () => /seconds must pass between two comments/.test((await reader.get('/en/ferry')).text)
    assert.equal(await note(), false)
    assert.match((await colleague.get(`/desk/restraints?article=${articleId}`)).text, /Waits for a second person: Slow/)
    assert.match((await colleague.get('/desk/moderation?language=en')).text, /Slow the discussion/)
    assert.match((await colleague.get(`${slowed}?language=en`)).text, /The ferry[\s\S]*<b>60<\/b>[\s\S]*<b>30<\/b>/)
    assert.equal((await press(slower, `${slowed}/assent`)).status, 403)
    const decidedSlow = await press(colleague, `${slowed}/assent`)
    assert.equal(await note(), true)
    assert.match((await mo.get(decidedSlow.location!)).text, /Discussion slowed down[\s\S]*with the assent of/)
    const ends = /action="(\/desk\/restraints\/\d+\/end)"/.exec(
      (await mo.get(`/desk/restraints?article=${articleId}`)).text,
    )![1]!
    await press(mo, ends)
    assert.equal(await note(), false, 'to let it run again needs nobody else')
    const locking = await mo.post(`${address}/decisions`, { language: 'en', kind: 'lock' })
    assert.match((await mia.get(locking.location!)).text, /Lock the branch/)
    const locked = await press(mia, `${locking.location!.split('?')[0]}/assent`)
    assert.match((await mo.get(locked.location!)).text, /Branch locked[\s\S]*with the assent of <bdi>Mia/)

    const other = await say(site, ada.person, articleId, 'Fools, I say')
    const form = await mo.get(`/c/${other.id}/removal?language=en`)
    const removal = await mo.send(form, { rule: '1', note: '' })
    assert.match(removal.location!, /^\/desk\/proposals\//, 'the page beside the comment asks for it, too')
    const about = `/desk/moderation/people/${ada.person.id}`
    const ban = await mo.post(`${about}/decisions`, { language: 'en', kind: 'ban', rule: '1' })
    const author = browserAt(site.url, ada.cookies)
    const reply = () => author.post(`/a/${articleId}/comments`, { language: 'en', words: `Again ${Math.random()}` })
    assert.match((await mia.get(`${about}?language=en`)).text, /Waits for a second person: Ban/)
    assert.equal((await reply()).status, 303)
    await press(mia, `${ban.location!.split('?')[0]}/assent`)
    assert.equal((await reply()).status, 403)

    await store.write((tx) => sayAdmission(tx, { sectionId: null, said: { secondMany: 2 }, byId: null, at: clock() }))
    await say(site, ada.person, articleId, 'Third')
    const many = await mo.post('/desk/bulk', {
      language: 'en',
      author: String(ada.person.id),
      kind: 'remove',
      rule: '1',
    })
    assert.match((await mia.get(many.location!)).text, /Fools, I say[\s\S]*Assent/)
    const acted = await press(mia, `${many.location!.split('?')[0]}/assent`)
    assert.equal(acted.status, 303)
    const one = (await press(mo, `/c/${id}/case`)).location!.split('?')[0]!
    assert.equal(
      (await mo.post(`${one}/decisions`, { language: 'en', kind: 'let-in' })).status,
      303,
      'others need none',
    )
  })
