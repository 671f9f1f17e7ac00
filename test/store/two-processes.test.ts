import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Client } from 'pg'
import type { ArticleId, ArticleTables } from '../../src/domain/articles/index.ts'
import { onPostgres, POSTGRES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { type Installation, install } from '../support/installation.ts'
import { openLine } from '../support/live-line.ts'
import { publish, visitor } from '../support/site.ts'

const SOON_MS = 1_000
/** So long it may take while nothing is heard, and each process looks every second. */
const UNHEARD_MS = 5_000
/** Both listen, and so does the Parley in this process. */
const LINES = 3

describe('two processes on one PostgreSQL', { concurrency: false, ...onPostgres }, () => {
  const ending = new AsyncDisposableStack()
  let installed: Installation
  let [one, other] = ['', '']
  let ferry: ArticleId
  let tram: ArticleId
  let admin: Client

  before(async () => {
    const database = await POSTGRES.open()
    ending.defer(() => database.close())
    admin = new Client(database.url)
    await admin.connect()
    ending.defer(() => admin.end())
    installed = ending.use(await install(database.url))
    ferry = await publish(installed, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    tram = await publish(installed, { slug: 'tram', title: 'The tram', words: 'It leaves at ten.' })
    const both = await Promise.all([installed.serve('free'), installed.serve('free')])
    for (const serving of both) ending.use(serving)
    ;[one, other] = both.map(({ url }) => url) as [string, string]
  })
  after(() => ending.disposeAsync())

  test('show on the pages and streams of the other within a second what is posted to one', async () => {
    for (const slug of ['ferry', 'tram']) assert.doesNotMatch(await pageOf(slug), /First of all/)
    await using line = await openLine(`${other}/live?article=${ferry}&language=en`)
    await behindTheirBacks()
    await posted('Ada', 'First of all')
    const [{ changes }] = await Promise.all([line.next(), within(SOON_MS, shown(/First of all/))])
    assert.match(changes[0]!.html, /First of all/)
    assert.match(await pageOf('ferry'), /Behind their backs/, 'a page that is assembled anew shows the present title')
    assert.doesNotMatch(await pageOf('tram'), /Behind their backs/, 'the page of another article stays as it was kept')
  })

  test('show within a second no word any more on the pages of the other of what is removed at one', async () => {
    const id = await posted('Bob', 'Umbrellagate')
    await within(SOON_MS, shown(/Umbrellagate/))
    const surfaces = ['ferry', 'ferry?order=newest', 'ferry/feed.atom']
    for (const surface of surfaces) assert.match(await pageOf(surface), /Umbrellagate/)
    const moderator = browserAt(one, (await visitor(installed, 'Mo', 'moderator')).cookies)
    const form = await moderator.get(`/c/${id}/removal`)
    const rule = /name="rule" value="(\d+)"/.exec(form.text)![1]!
    assert.equal((await moderator.send(form, { rule, note: '' })).status, 303)
    await within(SOON_MS, async () => !(await shown(/Umbrellagate/)()))
    for (const surface of surfaces) assert.doesNotMatch(await pageOf(surface), /Umbrellagate/, surface)
  })

  test('show what is posted also while no commit is heard, and listen again', async () => {
    const listening = `from pg_stat_activity where datname = current_database() and query like 'listen %'`
    const linesOf = async () =>
      new Set<number>((await admin.query(`select pid ${listening}`)).rows.map(({ pid }) => pid))
    let lost = new Set<number>()
    await within(UNHEARD_MS, async () => {
      lost = await linesOf()
      return lost.size === LINES
    })
    assert.equal((await admin.query(`select pg_terminate_backend(pid) ${listening}`)).rowCount, LINES)
    await posted('Cy', 'Unheard')
    await within(UNHEARD_MS, shown(/Unheard/))
    await within(UNHEARD_MS, async () => (await linesOf()).difference(lost).size === LINES)
    await posted('Dee', 'Heard again')
    await within(SOON_MS, shown(/Heard again/))
  })

  async function pageOf(slug: string) {
    return (await browserAt(other).get(`/en/${slug}`)).text
  }

  function shown(words: RegExp) {
    return async () => words.test(await pageOf('ferry'))
  }

  /** Posts at the one and answers with the comment's number. */
  async function posted(name: string, words: string): Promise<string> {
    const writer = browserAt(one, (await visitor(installed, name)).cookies)
    const { status, text, location } = await writer.send(await writer.get('/en/ferry/comment'), { words })
    assert.equal(status, 303, text)
    return /^\/c\/(\d+)/.exec(location)![1]!
  }

  /** Changes titles without a word in the journal, so that only a page that is assembled anew shows it. */
  function behindTheirBacks() {
    const editions = installed.parley.store.look<ArticleTables>().selectFrom('edition').select('revisionId')
    return installed.parley.store.write((tx) =>
      tx
        .change<ArticleTables>()
        .updateTable('revision')
        .set({ title: 'Behind their backs' })
        .where('id', 'in', editions.where('articleId', 'in', [ferry, tram]))
        .execute(),
    )
  }
})

async function within(mostMs: number, isSo: () => Promise<boolean>) {
  const begun = performance.now()
  while (!(await isSo())) assert.ok(performance.now() - begun < mostMs, `not after ${mostMs} ms`)
}
