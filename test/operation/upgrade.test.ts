import assert from 'node:assert/strict'
import { existsSync, globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { DATABASES, onPostgres, POSTGRES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { parley, serving } from '../support/process.ts'
import { dumpPostgres, restorePostgres } from '../support/releases/postgres-dump.ts'
import {
  environmentOf,
  KEPT,
  makeReleaseFolder,
  packRelease,
  RELEASES,
  releaseFile,
  unpackRelease,
} from '../support/releases/release-folder.ts'

const kept = globSync('*', { cwd: RELEASES }).sort()

for (const { name, openEmpty } of DATABASES) {
  for (const version of [...kept, 'this version']) {
    test(`the data folder of ${version} is served on ${name}: read, signed in to and written to`, async () => {
      await using ending = new AsyncDisposableStack()
      const folder = await mkdtemp(path.join(tmpdir(), 'parley-upgrade-'))
      ending.defer(() => rm(folder, { recursive: true }))
      const file = version === 'this version' ? await made(path.join(folder, 'made')) : releaseFile(version, { name })
      assert.ok(existsSync(file), file)
      const database = await openEmpty()
      ending.defer(() => database.close())
      const data = path.join(folder, 'data')
      await unpackRelease(file, data, database)
      const environment = environmentOf(data, database)
      {
        await using server = await serving(environment)
        await readsAndWrites(server.url)
      }
      const doctor = await parley(environment, 'doctor', '--recount')
      assert.equal(doctor.code, 0, doctor.printed)
    })
  }

  /** Packs what this version makes, so that packing and unpacking are tried before a release is. */
  async function made(folder: string): Promise<string> {
    const database = await openEmpty()
    await makeReleaseFolder(folder, database)
    await packRelease(folder, database, `${folder}.tar.gz`)
    await database.close()
    return `${folder}.tar.gz`
  }
}

test('a dump of PostgreSQL makes the same database, to the last line', onPostgres, async () => {
  await using ending = new AsyncDisposableStack()
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-dump-'))
  ending.defer(() => rm(folder, { recursive: true }))
  const [one, other] = [await POSTGRES.openEmpty(), await POSTGRES.openEmpty()]
  for (const database of [one, other]) ending.defer(() => database.close())
  await makeReleaseFolder(folder, one)
  const dump = await dumpPostgres(one.url)
  await restorePostgres(other.url, dump)
  assert.ok(dump.tables.length > 20 && dump.afterwards.length > dump.tables.length)
  assert.deepEqual(await dumpPostgres(other.url), dump)
})

async function readsAndWrites(url: string) {
  const stranger = browserAt(url)
  const front = await stranger.get('/en/')
  assert.equal(front.status, 200)
  const slugs = new Set([...front.text.matchAll(/href="\/en\/([a-z0-9-]+)"/g)].map(([, slug]) => slug!))
  const pages = await Promise.all([...slugs].map((slug) => stranger.get(`/en/${slug}`)))
  assert.ok(pages.length >= 3)
  assert.deepEqual(new Set(pages.map(({ status }) => status)), new Set([200]))
  const article = pages.find(({ text }) => text.includes(KEPT.words))!
  assert.match(article.text, /And after\./)
  const [picture] = /\/media\/[^" ]+/.exec(article.text)!
  assert.equal((await stranger.get(picture)).status, 200)

  const ada = browserAt(url)
  const entered = await ada.send(await ada.get('/en/sign-in'), { mail: KEPT.mail, password: KEPT.password })
  assert.equal(entered.status, 303, entered.text)
  const { pathname } = new URL(article.path, url)
  const sent = await ada.send(await ada.get(`${pathname}/comment`), { words: 'Said after the upgrade.' })
  assert.equal(sent.status, 303, sent.text)
  assert.match((await stranger.get(pathname)).text, /Said after the upgrade\./)
  assert.match((await ada.get('/notices')).text, /Bob/)
}
