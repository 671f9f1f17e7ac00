import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type BylineDraft, saveBylines } from '../../src/domain/articles/index.ts'
import { mute, personNamed, saveProfile } from '../../src/domain/people/index.ts'
import type { AnyTables } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { mailOf, openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'timetable', title: 'The timetable', words: 'The ferry leaves at nine.' }
const TABLES = ['comment', 'byline', 'profile', 'hiddenHistory', 'mute', 'personAlias']

for (const { name, open } of DATABASES) {
  describe(`an imported name on ${name}`, () => {
    test('is asked for on its page, handed over at the desk after a look, and given back exactly', async () => {
      await using s = await stage(open)
      const page = `/people/${s.placeholderId}?language=en`
      assert.doesNotMatch((await browserAt(s.site.url).get(page)).text, /This is me/)
      assert.match((await s.cat.get(page)).text, /This is me/)
      const ask = (key: string, more = {}) =>
        s.cat.post(`/people/${s.placeholderId}/claim`, { language: 'en', key, ...more })
      const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => ask(`ask ${n}`)))
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303]))
      assert.match((await s.cat.get(page)).text, /You said that this is you/)
      await ask('back', { end: '1' })
      assert.match((await s.cat.get(page)).text, /This is me/)
      await ask('again')

      const told = /<a href="\/desk\/people\?language=en">1 person asks for imported names/
      for (const address of ['/desk', '/notices'])
        assert.match((await s.admin.get(`${address}?language=en`)).text, told)
      assert.doesNotMatch((await s.cat.get('/notices?language=en')).text, /asks for imported names/)
      const bell = async () => JSON.parse((await s.admin.get('/me')).text).notices
      assert.equal(await bell(), 1)
      const waiting = (await s.admin.get('/desk/people?language=en')).text
      assert.match(waiting, /<bdi>Cat<\/bdi><\/a> says: I am <a[^>]*><bdi>kotofey/)
      const claim = `/desk/people/${s.placeholderId}/claim`
      const preview = (await s.admin.get(`${claim}?language=en&to=${s.catId}`)).text
      for (const line of [/>2 comments</, />1 byline of an article</, /becomes <a[^>]*><bdi>Cat/, /cat/])
        assert.match(preview, line)
      assert.doesNotMatch(preview, /mute/)

      const before = await s.kept()
      const hand = (key: string, more = {}) => s.admin.post(claim, { language: 'en', key, ...more })
      const given = await Promise.all(Array.from({ length: 40 }, (_, n) => hand(`hand ${n}`, { to: String(s.catId) })))
      assert.deepEqual(given.map(({ status }) => status).filter((one) => one === 303).length, 1)
      assert.ok(given.every(({ status }) => status === 303 || status === 409))
      assert.equal((await s.cat.get(page)).location, `/people/${s.catId}?language=en`)
      assert.match((await s.cat.get('/en/timetable')).text, /<bdi class="author"><a [^>]*>Cat<\/a><\/bdi>/)
      assert.doesNotMatch((await s.admin.get('/desk/people?language=en')).text, /says: I am/)
      assert.equal(await bell(), 0)
      assert.notDeepEqual(await s.kept(), before)

      const own = await say(s.site, s.catPerson, s.articleId, 'Under my own name.')
      const undone = await Promise.all(Array.from({ length: 40 }, (_, n) => hand(`undo ${n}`, { end: '1' })))
      assert.deepEqual(new Set(undone.map(({ status }) => status)), new Set([303]))
      const after = await s.kept()
      const ownRow = after.comment!.find(({ id }) => id === own.id)
      assert.equal(ownRow?.authorId, s.catId)
      assert.deepEqual({ ...after, comment: after.comment!.filter((row) => row !== ownRow) }, before)
      assert.match((await s.cat.get('/en/timetable')).text, /kotofey/)
      const log = (await s.admin.get('/desk/audit?language=en')).text
      assert.equal(log.match(/was given an imported name with/g)?.length, 1)
      assert.equal(log.match(/an imported name was taken back from/g)?.length, 1)
      assert.match(log, /comments: 2/)
    })

    test('goes to nobody who has no account, and no account goes; what was declined is told', async () => {
      await using s = await stage(open)
      const claim = `/desk/people/${s.placeholderId}/claim`
      const hand = (to: string, key = to) => s.admin.post(claim, { language: 'en', key, to })
      for (const to of ['', '999', 'nobody here', 'a@b', String(s.placeholderId)]) {
        const answer = await hand(to)
        assert.equal(answer.status, 422, to)
        assert.match(answer.text, /No account matches/)
      }
      assert.equal((await s.admin.get(`/desk/people/${s.catId}/claim`)).status, 409)
      assert.equal((await s.cat.post(`/people/${s.catId}/claim`, { key: 'own' })).status, 409)
      assert.match((await s.admin.get(`${claim}?language=en&to=${mailOf('Cat')}`)).text, /<bdi>Cat<\/bdi>/)

      const unasked = await s.cat.post(claim, { key: 'mine', to: mailOf('Ada') })
      assert.equal(unasked.status, 403)
      assert.ok(!unasked.text.includes(mailOf('Ada')))

      await s.cat.post(`/people/${s.placeholderId}/claim`, { key: 'ask' })
      const refused = await s.admin.post(`${claim}/refusal`, { language: 'en', key: 'no', to: String(s.catId) })
      assert.equal(refused.status, 303)
      await s.cat.post(`/people/${s.placeholderId}/claim`, { key: 'ask again' })
      const page = (await s.cat.get(`/people/${s.placeholderId}?language=en`)).text
      assert.match(page, /an administrator declined it/)
      assert.doesNotMatch(page, /This is me/)
      assert.match((await s.admin.get('/desk/audit?language=en')).text, /was refused an imported name/)
      assert.equal((await hand('cat', 'by name')).status, 303)
    })
  })
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  const { store, clock } = site.parley
  const articleId = await publish(site, ARTICLE)
  const { value: placeholder } = await store.write((tx) => personNamed(tx, 'kotofey'))
  const ada = await visitor(site, 'Ada', 'admin')
  const [cat, dora] = [await visitor(site, 'Cat'), await visitor(site, 'Dora')]
  const byline: BylineDraft = { personId: placeholder.id, editionId: null, role: 'reviewer', names: {} }
  await store.write(async (tx) => {
    await saveBylines(tx, articleId, [byline], clock())
    const told = { words: 'A ferryman.', html: '<p>A ferryman.</p>\n' }
    await saveProfile(tx, placeholder.id, { ...told, hidden: false, at: clock() })
    await mute(tx, dora.person.id, placeholder.id, clock())
    await mute(tx, cat.person.id, placeholder.id, clock())
  })
  await say(site, placeholder, articleId, 'The ferry is late.')
  await say(site, placeholder, articleId, 'And cold.')
  await say(site, cat.person, articleId, 'Mine from before.')

  const kept = async () => {
    const rows = async (table: string) => {
      const all = await store.look<AnyTables>().selectFrom(table).selectAll().execute()
      return all.map(({ html: _, ...row }) => row).toSorted((one, other) => order(one) - order(other))
    }
    return Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, await rows(table)] as const)))
  }
  const order = (row: Record<string, unknown>) => Number(row.id ?? row.personId)
  const moved = ending.move()
  return {
    site,
    articleId,
    placeholderId: placeholder.id,
    admin: browserAt(site.url, ada.cookies),
    cat: browserAt(site.url, cat.cookies),
    catId: cat.person.id,
    catPerson: cat.person,
    kept,
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  }
}
