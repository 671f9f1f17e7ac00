import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commentById, remove } from '../../src/domain/discussion/index.ts'
import type { AnyTables } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { mailOf, openSite, publish, type Site, say, visitor } from '../support/site.ts'

const DAY = 24 * 60 * 60_000

for (const { name, open } of DATABASES)
  test(`on ${name}, what is past its term is forgotten, and nothing before`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url, { addressDays: 20 })
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const { store, clock } = site.parley
    const hidden = await say(site, ada.person, articleId, 'Umbrellagate')
    const quoting = `> Umbrellagate\n> — [Ada, 1](/c/${hidden.id})\n\nNo.`
    await browserAt(site.url, bob.cookies).post(`/c/${hidden.id}/replies`, { language: 'en', words: quoting })
    await browserAt(site.url).post('/en/sign-in/letter', { language: 'en', mail: mailOf('Ada') })
    await store.write(async (tx) => {
      await tx.change<AnyTables>().updateTable('authSession').set({ ipAddress: 'sealed' }).execute()
      const by = { cause: 'moderators', ruleId: null, at: clock() } as const
      await remove(tx, (await commentById(tx, hidden.id))!, by, clock())
    })
    const kept = async () => ({
      links: (await rowsOf(site, 'signInRequest')).length,
      tokens: (await rowsOf(site, 'authVerification')).length,
      receipts: (await rowsOf(site, 'receipt')).length,
      networks: (await rowsOf(site, 'authSession')).filter(({ ipAddress }) => ipAddress !== null).length,
      sessions: (await rowsOf(site, 'authSession')).length,
      hidden: (await rowsOf(site, 'commentRevision')).filter(({ words }) => String(words).includes('Umbrellagate'))
        .length,
      quoted: (await rowsOf(site, 'quotation')).filter(({ words }) => words === 'Umbrellagate').length,
    })
    const first = await kept()
    assert.deepEqual(first, { links: 1, tokens: 1, receipts: 2, networks: 2, sessions: 2, hidden: 1, quoted: 1 })
    await sweptAt(site, clock())
    assert.deepEqual(await kept(), first)
    await sweptAt(site, clock() + 2 * DAY)
    assert.deepEqual(await kept(), { ...first, links: 0, tokens: 0 })
    await sweptAt(site, clock() + 21 * DAY)
    assert.deepEqual(await kept(), { ...first, links: 0, tokens: 0, receipts: 0, networks: 0 })
    await sweptAt(site, clock() + 31 * DAY)
    assert.deepEqual(await kept(), { ...first, links: 0, tokens: 0, receipts: 0, networks: 0, sessions: 0 })
    await sweptAt(site, clock() + 185 * DAY)
    const none = { links: 0, tokens: 0, receipts: 0, networks: 0, sessions: 0, hidden: 0, quoted: 0 }
    assert.deepEqual(await kept(), none)
    assert.equal((await commentById(store, hidden.id))?.state, 'removed')
  })

async function sweptAt({ parley: { store, jobs } }: Site, now: number) {
  for (const sweep of jobs.sweeps) while ((await store.write((tx) => sweep(tx, now, jobs.terms))).value);
}

function rowsOf({ parley: { store } }: Site, table: string) {
  return store.look<AnyTables>().selectFrom(table).selectAll().execute()
}
