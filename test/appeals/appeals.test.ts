import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  decide,
  decideAboutPerson,
  decisionsOn,
  figuresOf,
  latestLogged,
  settleDue,
  tablesOf,
  UNDO_MS,
  undo,
} from '../../src/domain/moderation/index.ts'
import { sentencesIn } from '../../src/kit/sentences.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { keptLetters } from '../support/letters.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const ARTICLE = { slug: 'berths', title: 'The berths', words: 'A sleeper is a hotel.' }
const LIST = '/en/account/statements'
const UNDONE_NO_MORE_MS = UNDO_MS + 1_000

for (const { name, open } of DATABASES) {
  describe(`appeals on ${name}`, () => {
    async function setUp() {
      const ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const site = ending.use(await openSite(database.url))
      const articleId = await publish(site, ARTICLE)
      const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
      const [mo, eve] = [await visitor(site, 'Mo', 'moderator'), await visitor(site, 'Eve', 'moderator')]
      const { store, clock, tail } = site.parley
      const comment = await say(site, ada.person, articleId, 'Umbrellagate tickets')
      const as = ({ cookies }: { cookies: string }) => browserAt(site.url, cookies)
      return {
        ...{ site, store, comment, mo, eve },
        ...{ author: as(ada), reader: as(bob), first: as(mo), second: as(eve) },
        async decide(kind: 'remove' | 'keep') {
          const made = { kind, commentId: comment.id, by: mo.person, at: clock() }
          const ruled = kind === 'remove' ? { ...made, ruleId: 1 as never } : made
          const { seq } = await store.write((tx) => decide(tx, ruled))
          await tail.until(seq)
        },
        async settle() {
          site.wait(UNDONE_NO_MORE_MS)
          const { seq } = await store.write((tx) => settleDue(tx, clock()))
          await tail.until(seq)
        },
        [Symbol.asyncDispose]: () => ending.disposeAsync(),
      }
    }

    test('go to another person, and one that succeeds restores the comment in its place and says so', async () => {
      await using s = await setUp()
      await s.decide('remove')
      await s.settle()
      const path = await statementFor(s.author)
      const page = await s.author.get(path)
      assert.match(page.text, /Object to this decision/)
      const sent = await s.author.send(page, { words: 'They are <my own> tickets.' })
      assert.equal(sent.location, `${path}#appeal`)
      assert.match(
        (await s.author.get(path)).text,
        /&lt;my own&gt;[\s\S]*Someone other than the person who decided will review it/,
      )
      const again = await s.author.post(`${path}/appeal`, { language: 'en', words: 'Once more' })
      assert.equal(again.status, 409)

      const place = /href="(\/desk\/appeals\/\d+\?language=en)"/.exec((await s.second.get('/desk/appeals')).text)![1]!
      const own = await s.first.get(place)
      assert.match(own.text, /This appeal is against your own decision/)
      assert.doesNotMatch(own.text, /name="outcome"/)
      const decided = { language: 'en', outcome: 'grant', words: 'Selling one’s own is fine.' }
      const refused = await s.first.post(place, decided)
      assert.equal(refused.status, 403)
      const form = await s.second.get(place)
      assert.match(form.text, /Umbrellagate tickets[\s\S]*It is taken back/)
      assert.equal((await s.second.send(form, { outcome: 'grant', words: '' })).status, 422)
      assert.equal((await s.second.send(form, decided)).status, 303)
      assert.match((await s.reader.get('/en/berths')).text, /Umbrellagate tickets/)

      await s.settle()
      await until(async () => (await latestLogged(s.store, 9)).length === 2)
      const [restored, removed] = await latestLogged(s.store, 9)
      assert.deepEqual([restored?.kind, restored?.takesBack, restored?.found], ['restore', removed!.n, 'appeal'])
      await until(() => keptLetters(s.site).some(({ text }) => /Your comment stands again/.test(text)))
      const told = await s.author.get(path)
      assert.match(told.text, /The appeal succeeded/)
      const outcome = /href="(\/en\/account\/statements\/\d+)">The reasons/.exec(told.text)![1]!
      assert.match((await s.author.get(outcome)).text, /Your comment stands again[\s\S]*Selling one’s own is fine/)
      assert.match((await s.second.get('/desk/appeals')).text, /No appeals are waiting/)

      const figures = await s.store.read((db) => figuresOf(db, new Date(s.site.parley.clock()).getUTCFullYear(), 'en'))
      assert.deepEqual(figures.appeals, { open: 0, granted: 1, dismissed: 0, bySame: 0 })
      assert.equal(figures.decisions.total, 2)
      const shown = await s.reader.get('/en/rules/transparency')
      for (const { title, rows } of tablesOf(figures, sentencesIn('en'), 'en')) {
        assert.ok(shown.text.includes(`aria-label="${title}"`), title)
        for (const { label, text } of rows)
          assert.ok(shown.text.includes(`<th scope="row">${label}</th><td>${text}</td>`), label)
      }
      assert.equal((await s.reader.get('/en/rules/transparency/1999')).status, 404)
    })

    test('of what was kept come from who reported it; undone, they wait again, and dismissed, they say why', async () => {
      await using s = await setUp()
      await s.reader.post(`/c/${s.comment.id}/report`, { language: 'en', rule: '1' })
      await s.decide('keep')
      await s.settle()
      const path = await statementFor(s.reader)
      await s.reader.send(await s.reader.get(path), { words: 'It does sell tickets.' })
      assert.doesNotMatch((await s.author.get(LIST)).text, /account\/statements\/\d/)
      const place = /href="(\/desk\/appeals\/\d+\?language=en)"/.exec((await s.second.get('/desk/appeals')).text)![1]!
      const form = await s.second.get(place)
      assert.equal((await s.second.send(form, { outcome: 'grant', words: 'So it does.' })).status, 422)
      await s.second.send(form, { outcome: 'grant', words: 'So it does.', rule: '1' })
      assert.match((await s.reader.get('/en/berths')).text, /data-cause="moderators"/)
      const made = await s.store
        .look<{ decision: { id: number } }>()
        .selectFrom('decision')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      await s.store.write((tx) => undo(tx, { id: made.id as never, by: s.eve.person, at: s.site.parley.clock() }))

      assert.match((await s.second.get(place)).text, /name="outcome"/, 'it waits again')
      await s.second.post(place, { language: 'en', outcome: 'dismiss', words: 'It is a joke.' })
      await s.settle()
      await until(async () => (await s.reader.get(path)).text.includes('The reasons'))
      const figures = await s.store.read((db) => figuresOf(db, new Date(s.site.parley.clock()).getUTCFullYear(), 'en'))
      assert.deepEqual(figures.reports, { rule: 1, other: 0, illegal: 0 })
      assert.ok(figures.medians.reports! >= UNDO_MS && figures.medians.reports! < 10 * UNDONE_NO_MORE_MS)
      assert.equal(figures.decisions.total, 2, 'what was undone is not counted')
      const told = await s.reader.get(path)
      assert.match(told.text, /the decision stands/)
      const outcome = /href="(\/en\/account\/statements\/\d+)">The reasons/.exec(told.text)![1]!
      assert.match((await s.reader.get(outcome)).text, /An earlier decision was upheld[\s\S]*It is a joke/)
      assert.doesNotMatch((await s.author.get(LIST)).text, /account\/statements\/\d/)
    })
  })
}

test('the same person decides where that is allowed, and whoever objected is told so', async () => {
  await using site = await openSite(undefined, { ownAppeals: true })
  const articleId = await publish(site, ARTICLE)
  const [ada, mo] = [await visitor(site, 'Ada'), await visitor(site, 'Mo', 'moderator')]
  const [author, moderator] = [browserAt(site.url, ada.cookies), browserAt(site.url, mo.cookies)]
  const { id } = await say(site, ada.person, articleId, 'Umbrellagate')
  await moderator.send(await moderator.get(`/c/${id}/removal`), { rule: '1' })
  site.wait(UNDONE_NO_MORE_MS)
  const path = await statementFor(author)
  await author.send(await author.get(path), { words: 'Why?' })
  const place = /href="(\/desk\/appeals\/\d+\?language=en)"/.exec((await moderator.get('/desk/appeals')).text)![1]!
  const form = await moderator.get(place)
  assert.match(form.text, /This publication lets you decide again/)
  await moderator.send(form, { outcome: 'dismiss', words: 'Because.' })
  assert.match((await author.get(path)).text, /The same person decided as before/)
})

test('a suspension is appealed by who is suspended, and lifted', async () => {
  await using site = await openSite()
  const { store, clock, tail } = site.parley
  await publish(site, ARTICLE)
  const [ada, mo, eve] = [
    await visitor(site, 'Ada'),
    await visitor(site, 'Mo', 'moderator'),
    await visitor(site, 'Eve', 'moderator'),
  ]
  const [author, second] = [browserAt(site.url, ada.cookies), browserAt(site.url, eve.cookies)]
  const suspending = {
    kind: 'suspend',
    personId: ada.person.id,
    by: mo.person,
    ruleId: 1 as never,
    at: clock(),
  } as const
  const { seq } = await store.write((tx) => decideAboutPerson(tx, { ...suspending, length: 'week' }))
  await tail.until(seq)
  site.wait(UNDONE_NO_MORE_MS)
  const path = await statementFor(author)
  const page = await author.get(path)
  assert.match(page.text, /You were suspended for a time[\s\S]*Until/)
  assert.equal((await author.send(page, { words: 'I said nothing.' })).status, 303)
  const place = /href="(\/desk\/appeals\/\d+\?language=en)"/.exec((await second.get('/desk/appeals')).text)![1]!
  await second.send(await second.get(place), { outcome: 'grant', words: 'So it was.' })
  assert.match((await author.get(path)).text, /The appeal succeeded/)
  const [last] = await decisionsOn(store, ada.person.id, 1)
  assert.deepEqual([last?.kind, last?.foundBy], ['unban', 'appeal'])
})

/** The address of the only statement that somebody has, when it has come. */
async function statementFor(browser: Browser): Promise<string> {
  let path: string | undefined
  await until(async () => {
    path = /href="(\/en\/account\/statements\/\d+)"/.exec((await browser.get(LIST)).text)?.[1]
    return path !== undefined
  })
  return path!
}
