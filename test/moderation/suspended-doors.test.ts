import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideAboutPerson, type RuleId, UNDO_MS, undo } from '../../src/domain/moderation/index.ts'
import { memberById } from '../../src/domain/people/index.ts'
import { DAY_MS } from '../../src/kit/clock.ts'
import { DATABASES } from '../support/databases.ts'
import { fill, requestTo, SIGNING_OUT_LAST } from '../support/every-route.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

/** What somebody may still send who is suspended: what is theirs alone, and what the law gives everybody. Reviewed by hand. */
const OPEN = [
  '/:language/account/erasure',
  '/:language/account/joining',
  '/:language/account/notices',
  '/:language/account/passkeys',
  '/:language/account/passkeys/options',
  '/:language/account/passkeys/removal',
  '/:language/account/password',
  '/:language/account/password/advice',
  '/:language/account/provider-removal',
  '/:language/account/recovery-codes',
  '/:language/account/second-factor',
  '/:language/account/second-factor/keeping',
  '/:language/account/second-factor/removal',
  '/:language/account/session-ending',
  '/:language/account/statements/:statement/appeal',
  '/a/:article/follow',
  '/a/:article/saved',
  '/c/:comment/follow',
  '/c/:comment/removal',
  '/c/:comment/saved',
  '/me/devices',
  '/me/readings',
  '/notices/reading',
  '/people/:person/mute',
]
const OF_NOBODY = ['visitor', 'whoever holds the link']
const POSTS = SIGNING_OUT_LAST.filter(({ method, who }) => method === 'POST' && !OF_NOBODY.some((one) => one === who))

test('the doors that stay open to those who are suspended are these', () => {
  const open = POSTS.filter(({ suspended }) => suspended === 'may').map(({ path }) => path)
  assert.deepEqual(open.toSorted(), OPEN)
})

for (const { name, open } of DATABASES) {
  test(`on ${name}, every other door is closed to somebody who is suspended`, async () => {
    await using filled = await fill(open)
    const { site, author } = filled
    const { store, clock } = site.parley
    const [admin, chief] = [await visitor(site, 'Admin', 'admin'), await visitor(site, 'Chief', 'admin')]
    const suspension = { kind: 'suspend', ruleId: 1 as RuleId, length: 'week', by: chief.person } as const
    for (const { person } of [author, admin])
      await store.write((tx) => decideAboutPerson(tx, { ...suspension, personId: person.id, at: clock() }))
    const wrong: string[] = []
    for (const route of POSTS.filter(({ suspended }) => suspended !== 'may')) {
      const who = route.path.includes('/edit') ? author : admin
      const { status, text } = await (await requestTo(route, filled))(who.cookies)
      if (status !== 403 || !text.includes('suspended for another 7 days')) wrong.push(`${route.path}: ${status}`)
    }
    assert.deepEqual(wrong, [])
  })

  test(`on ${name}, a suspension ends by itself, and what is decided about a person is undone or taken back`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const { store, clock } = site.parley
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [ada, mo, mia] = [
      await visitor(site, 'Ada'),
      await visitor(site, 'Mo', 'moderator'),
      await visitor(site, 'Mia', 'moderator', { sections: ['ports'] }),
    ]
    const { id } = await say(site, mo.person, articleId, 'A comment')
    const author = browserAt(site.url, ada.cookies)
    const reacts = async () =>
      (await author.post(`/c/${id}/reactions`, { language: 'en', kind: 'agree', on: '1' })).status
    const about = (kind: 'warn' | 'suspend' | 'ban' | 'unban', by = mo.person) => {
      const ruleId = kind === 'unban' ? undefined : (1 as RuleId)
      const deciding = { kind, personId: ada.person.id, by, at: clock(), ruleId, length: 'day' } as const
      return store.write((tx) => decideAboutPerson(tx, deciding)).then(({ value }) => value)
    }

    await assert.rejects(about('ban', mia.person), { key: 'removal.not-yours' }, 'who is limited bans nobody')
    await assert.rejects(about('unban'), { key: 'sanction.none' })
    await about('warn')
    assert.equal(await reacts(), 303)
    await about('suspend')
    assert.equal(await reacts(), 403)
    site.wait(DAY_MS + 1)
    assert.equal(await reacts(), 303)

    const ban = await about('ban')
    assert.equal(await reacts(), 403)
    await store.write((tx) => undo(tx, { id: ban, by: mo.person, at: clock() }))
    assert.equal(await reacts(), 303)
    await about('ban')
    site.wait(2 * UNDO_MS)
    const back = await about('unban')
    assert.equal(await reacts(), 303)
    await store.write((tx) => undo(tx, { id: back, by: mo.person, at: clock() }))
    assert.equal(await reacts(), 403)
    assert.ok(await memberById(store, ada.person.id))
  })
}
