import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import {
  type CommentId,
  commentById,
  contradictory,
  draftWithMentions,
  edit,
  misplaced,
  recounted,
  remove,
} from '../../src/domain/discussion/index.ts'
import { keepPortrait, showPortrait } from '../../src/domain/media/index.ts'
import { invite, LEAVINGS, mute } from '../../src/domain/people/index.ts'
import { exportPublication } from '../../src/exchange/parley/index.ts'
import { createLog } from '../../src/kit/log.ts'
import { erasing } from '../../src/parley.ts'
import type { AnyTables, Database } from '../../src/store/index.ts'
import { bytesIn } from '../support/bytes-in.ts'
import { DATABASES, type FreshDatabase } from '../support/databases.ts'
import { browserAt, type Page } from '../support/front-door.ts'
import { giveTo, mailOf, openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const NAME = 'Quillwhistle'
const AGAIN_MS = 500
const PROFILE = { about: 'I watch Gooseberrytides.', links: 'https://huckleberrygate.example/', hidden: '1' }
const COLOURS = { width: 90, height: 60, channels: 3, background: 'navy' } as const

for (const { name, open } of DATABASES)
  for (const leaves of LEAVINGS)
    test(`on ${name}, whoever is erased leaves ${leaves} and not a byte of what they were`, async () => {
      await using ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const written: string[] = []
      const sink = { write: (line: string) => void written.push(line) }
      await using site = await openSite(database.url, { log: await createLog('json', sink, sink), logsRequests: true })
      const { store, media, people } = site.parley
      const articleId = await publish(site, ARTICLE)
      const [ada, bob] = [await visitor(site, NAME), await visitor(site, 'Bob')]
      const [theirs, others] = [browserAt(site.url, ada.cookies), browserAt(site.url, bob.cookies)]
      const typed = (by: typeof ada, words: string, under?: CommentId) => say(site, by.person, articleId, words, under)

      const first = await typed(ada, 'Marmaladefjord at first, and it stays')
      for (let n = 0; n < 120; n++) await typed(ada, `Umbrellagate ${n}`)
      const edited = await typed(ada, 'Kettledrumfox before')
      const draft = await draftWithMentions(store, 'Kettledrum after')
      await store.write((tx) => edit(tx, { id: edited.id, by: ada.person, draft, revision: 1, at: Date.now() }))
      const hidden = await typed(ada, 'Parsniplantern is hidden, xylquomp')
      await store.write(async (tx) =>
        remove(
          tx,
          (await commentById(tx, hidden.id))!,
          { cause: 'moderators', ruleId: null, note: `${NAME} again`, at: 1 },
          1,
        ),
      )
      const quoting = `> Marmaladefjord at first\n> — [${NAME}, 1](/c/${first.id})\n\nIndeed.`
      const answer = await others.post(`/c/${first.id}/replies`, {
        language: 'en',
        words: `${quoting}\n\n@${NAME} and @Bob, see`,
      })
      assert.equal(answer.status, 303)
      const reply = await store
        .look<AnyTables>()
        .selectFrom('comment')
        .selectAll()
        .where('parentId', '=', first.id)
        .executeTakeFirstOrThrow()
      await theirs.post(`/c/${reply.id}/reactions`, { language: 'en', kind: 'agree', on: '1' })
      await theirs.post(`/c/${reply.id}/follow`, { language: 'en' })
      await theirs.post('/en/account/profile', { language: 'en', ...PROFILE })
      await theirs.post('/en/account/notices', { language: 'en', reply: '1', 'reply-mail': '1', mail: 'daily' })
      await theirs.post('/me/readings', { article: String(articleId), upTo: String(reply.id) })
      await theirs.post('/en/sign-in/letter', { language: 'en', mail: mailOf(NAME) })
      await store.write((tx) => mute(tx, ada.person.id, bob.person.id, 1))
      await store.write((tx) => mute(tx, bob.person.id, ada.person.id, 1))
      const drawn = await keepPortrait(media, await sharp({ create: COLOURS }).png().toBuffer())
      await store.write((tx) => showPortrait(tx, { personId: ada.person.id, ...drawn, at: 1 }))
      await theirs.post('/en/account/mail', { mail: 'elderflowerquay@reader.example', language: 'en' })
      await people.accounts.link(ada.person.accountId!, 'harbour', 'subject-of-rhubarbmole')
      const admin = await visitor(site, 'Heron', 'admin')
      const inviting = {
        held: { role: 'translator', sections: [], languages: ['ru' as never] },
        by: admin.person,
      } as const
      await store.write((tx) => invite(tx, { ...inviting, mail: mailOf(NAME), token: 'one', at: Date.now() }))
      await giveTo(site, ada.person, 'translator', { languages: ['ru' as never] })
      await theirs.post(`/a/${articleId}/saved`, { language: 'en' })
      await theirs.post('/en/account/reading', { language: 'en', colours: 'dark', size: 'large', languages: 'ru' })
      const key = { credentialId: 'c', publicKey: 'k', counter: 0, transports: '', device: 'Dandelionphone' }
      const passkey = { ...key, accountId: ada.person.accountId!, createdAt: 1, usedAt: null }
      await store.write((tx) => tx.change<AnyTables>().insertInto('passkey').values(passkey).execute())
      await site.found()

      const gone = [
        NAME,
        NAME.toLowerCase(),
        mailOf(NAME),
        'Kettledrumfox',
        'Parsniplantern',
        'ylquomp',
        'Gooseberrytides',
        'huckleberrygate',
        'elderflowerquay',
        'rhubarbmole',
        'Dandelionphone',
        drawn.hash,
      ]
      if (leaves === 'tombstones') gone.push('Marmaladefjord', 'Umbrellagate', 'Kettledrum')
      const inFiles = () => bytesOf(store.database, database)
      for (const word of gone) assert.ok((await inFiles()).includes(word), `${word} is nowhere before`)

      const erasure = { personId: ada.person.id, joinedAt: ada.person.createdAt, leaves, at: Date.now() }
      await erasing()(store, erasure)
      await erasing()(store, erasure)
      await site.found()

      const page = await others.get('/en/ferry')
      assert.equal(page.status, 200)
      for (const word of gone) assert.ok(!page.text.includes(word), word)
      assert.equal(page.text.includes('Marmaladefjord'), leaves === 'nameless')
      assert.equal((await others.get(`/people/${ada.person.id}`)).status, 404)
      const exported = (await Array.fromAsync(exportPublication(store, media))).join('')
      const feeds = await Promise.all(['/en/feed.atom', '/en/ferry/feed.atom'].map((address) => others.get(address)))
      for (const word of gone)
        for (const [where, text] of [
          ['an export', exported],
          ['a feed', feeds.map((feed) => feed.text).join('')],
          ['the log', written.join('')],
          ['what search finds', foundIn(await others.get(`/en/search?words=${encodeURIComponent(word)}`))],
        ] as const)
          assert.ok(!text.includes(word), `${word} is in ${where}`)
      assert.equal((await theirs.get('/notices')).status, 303)
      assert.deepEqual(await recounted(store, 10), [])
      assert.deepEqual(await contradictory(store, 10), [])
      assert.deepEqual(await Array.fromAsync(misplaced(store)), [])
      assert.deepEqual(await site.parley.web.search.misindexed(store, 10), { missing: [], spare: [] })

      const lookedFor = [...gone, ...gone.map((one) => one.toLowerCase())]
      const left = async () => {
        const bytes = await inFiles()
        return lookedFor.filter((word) => bytes.includes(word))
      }
      // @NOTE a vacuum leaves what somebody who looks in the same moment may still see, such as PostgreSQL's own cleaner.
      if (name === 'PostgreSQL') await until(async () => (await vacuumed(store.database, left)).length === 0, AGAIN_MS)
      assert.deepEqual(await left(), [])
    })

/** What stands on a page of search beside what was looked for. */
function foundIn({ text }: Page): string {
  return text.slice(text.indexOf('</form>', text.indexOf('<main')))
}

async function vacuumed<T>({ migrator }: Database, look: () => Promise<T>): Promise<T> {
  await sql`vacuum full`.execute(migrator)
  return look()
}

/** Everything that stands in the files of a database, its log among them where it is SQLite's. */
async function bytesOf({ migrator }: Database, { name, url }: FreshDatabase): Promise<Buffer> {
  if (name === 'SQLite') return bytesIn(path.dirname(url))
  await sql`checkpoint`.execute(migrator)
  const { rows } = await sql<{ folder: string; oid: number }>`select current_setting('data_directory') as "folder",
    (select "oid" from "pg_database" where "datname" = current_database()) as "oid"`.execute(migrator)
  return bytesIn(path.join(rows[0]!.folder, 'base', String(rows[0]!.oid)))
}
