import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client, type QueryResult } from 'pg'
import { wishMail } from '../../src/domain/reach/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import type { AnyTables, Store } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, type Site, say, visitor } from '../support/site.ts'
import { openSlowMailServer } from '../support/slow-mail-server.ts'
import { until } from '../support/until.ts'

const MINUTE = 60_000

for (const { name, open } of DATABASES) {
  async function setUp(smtp?: string) {
    const ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const site = ending.use(await openSite(database.url, { smtp }))
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [ada, bob, mo] = [
      await visitor(site, 'Ada'),
      await visitor(site, 'Bob'),
      await visitor(site, 'Mo', 'moderator'),
    ]
    const wish = { personId: ada.person.id, pace: 'at-once', language: languageFrom('en')!, at: 1 } as const
    await site.parley.store.write((tx) => wishMail(tx, wish))
    const root = await say(site, ada.person, articleId, 'The root')
    return {
      site,
      url: database.url,
      author: browserAt(site.url, bob.cookies),
      moderator: browserAt(site.url, mo.cookies),
      async reply(words: string) {
        const { id } = await say(site, bob.person, articleId, words, root.id)
        await site.found()
        return id
      },
      states: async () => (await deliveries(site)).map(({ state }) => state),
      [Symbol.asyncDispose]: () => ending.disposeAsync(),
    }
  }

  test(`on ${name}, what is planned is withdrawn with the words in one transaction, and comes back with them`, async () => {
    await using s = await setUp()
    const [removed, other] = [await s.reply('Umbrellagate'), await s.reply('It stays')]
    const form = await s.moderator.get(`/c/${removed}/removal`)
    await s.moderator.send(form, { rule: /name="rule" value="(\d+)"/.exec(form.text)![1]!, note: '' })
    assert.deepEqual(await s.states(), ['withdrawn', 'planned'])
    await s.moderator.send(await s.moderator.get(`/c/${removed}/restoration`), { note: '' })
    assert.deepEqual(await s.states(), ['planned', 'planned'])
    await s.author.send(await s.author.get(`/c/${other}/removal`), {})
    assert.deepEqual(await s.states(), ['planned', 'withdrawn'])
  })

  test(`on ${name}, a removal that fails withdraws nothing`, async () => {
    await using s = await setUp()
    const id = await s.reply('Umbrellagate')
    const { commentById, remove } = await import('../../src/domain/discussion/index.ts')
    const tombstone = { cause: 'author', ruleId: null, at: 1 } as const
    const failing = s.site.parley.store.write(async (tx) => {
      await remove(tx, (await commentById(tx, id as never))!, tombstone, 1)
      throw new Error('The power went off.')
    })
    await assert.rejects(failing, /power/)
    assert.deepEqual(await s.states(), ['planned'])
  })

  test(`on ${name}, what goes out is kept with the hash of its message and when, and forgotten after a month`, async () => {
    await using s = await setUp()
    await s.reply('One')
    await s.reply('Two')
    s.site.wait(3 * MINUTE)
    await until(async () => (await s.states()).every((state) => state === 'sent'))
    const [one, two] = await deliveries(s.site)
    assert.match(String(one!.contentHash), /^[\w-]{20,}$/)
    assert.deepEqual([one!.contentHash, one!.at, one!.tries], [two!.contentHash, two!.at, 1])
    const { store, jobs, clock } = s.site.parley
    for (const sweep of jobs.sweeps) await store.write((tx) => sweep(tx, clock() + 29 * 24 * 60 * MINUTE, jobs.terms))
    assert.equal((await deliveries(s.site)).length, 2)
    for (const sweep of jobs.sweeps) await store.write((tx) => sweep(tx, clock() + 31 * 24 * 60 * MINUTE, jobs.terms))
    assert.equal((await deliveries(s.site)).length, 0)
  })

  if (name === 'PostgreSQL')
    test('whoever waited while another process tried a letter and put it off does not try it at once again', async () => {
      await using s = await setUp()
      await s.reply('Put off')
      await using ending = new AsyncDisposableStack()
      const another = new Client(s.url)
      await another.connect()
      ending.defer(() => another.end())
      await another.query('begin')
      await another.query(`update delivery set "tries" = 1, "dueAt" = "dueAt" + ${10 * MINUTE}`)
      s.site.wait(3 * MINUTE)
      const waiting = `select pg_stat_clear_snapshot();
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      await until(async () => {
        const [, found] = (await another.query(waiting)) as unknown as QueryResult[]
        return found!.rowCount! > 0
      })
      await another.query('commit')
      await s.reply('The next')
      s.site.wait(3 * MINUTE)
      await until(async () => (await s.states()).includes('sent'))
      const rows = await deliveries(s.site)
      assert.deepEqual(
        rows.map(({ state, tries }) => [state, tries]),
        [
          ['planned', 1],
          ['sent', 1],
        ],
      )
    })

  test(`on ${name}, of a letter that was in hand when the power went off nobody knows, and it is not sent again`, async () => {
    await using server = await openSlowMailServer()
    server.mayTake.resolve()
    await using s = await setUp(server.url)
    await s.reply('In hand')
    await setAll(s.site.parley.store, { state: 'sending', tries: 1, leaseUntil: s.site.parley.clock() + 5 * MINUTE })
    await s.reply('Waits')
    s.site.wait(3 * MINUTE)
    await until(async () => (await s.states()).includes('sent'))
    assert.deepEqual(await s.states(), ['sending', 'sent'], 'while it may be in hand')
    s.site.wait(3 * MINUTE)
    await until(async () => (await s.states()).includes('unknown'))
    await s.reply('The next')
    s.site.wait(3 * MINUTE)
    await until(async () => (await s.states()).filter((state) => state === 'sent').length === 2)
    assert.deepEqual(await s.states(), ['unknown', 'sent', 'sent'])
    assert.equal(server.brought, 2)
  })

  test(`on ${name}, a letter whose server took it and fell silent is not sent again, and one that never came there is`, async () => {
    await using server = await openSlowMailServer()
    await using s = await setUp(server.url)
    await s.reply('Taken in silence')
    s.site.wait(3 * MINUTE)
    await until(async () => server.brought === 1)
    await server[Symbol.asyncDispose]()
    await until(async () => (await s.states()).includes('unknown'))
    await s.reply('Never brought')
    s.site.wait(3 * MINUTE)
    await until(async () => (await deliveries(s.site)).at(-1)!.tries === 1)
    await until(async () => (await s.states()).at(-1) === 'planned')
    for (let tries = 2; tries <= 8; tries++) {
      s.site.wait(60 * MINUTE)
      await until(async () => (await deliveries(s.site)).at(-1)!.tries === tries)
      await until(async () => (await s.states()).at(-1) !== 'sending')
    }
    assert.deepEqual(await s.states(), ['unknown', 'failed'])
  })
}

async function deliveries({ parley: { store } }: Pick<Site, 'parley'>) {
  return store.look<AnyTables>().selectFrom('delivery').selectAll().orderBy('noticeId').execute()
}

function setAll(store: Store, row: Record<string, string | number>) {
  return store.write((tx) => tx.change<AnyTables>().updateTable('delivery').set(row).execute())
}
