import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { articleByKey } from '../../../src/domain/articles/index.ts'
import { buildParley } from '../../../src/parley.ts'
import { openDatabase } from '../../../src/store/index.ts'
import type { FreshDatabase } from '../databases.ts'
import { type Environment, serving } from '../process.ts'
import { say, visitor } from '../site.ts'
import { dumpPostgres, restorePostgres } from './postgres-dump.ts'

/** Where the data folders of past releases are kept, one folder a version. */
export const RELEASES = path.join(import.meta.dirname, '../../fixtures/releases')

/** Who can sign in on each of them, and what they have said. */
export const KEPT = {
  mail: 'ada@reader.example',
  password: 'a password that is kept',
  words: 'Said before the upgrade.',
}

const SECRET = 'the secret of kept releases, which protects nothing'
const DUMP = 'postgres.json'
const run = promisify(execFile)

/** What the program is told to serve a data folder. */
export function environmentOf(folder: string, { name, url }: Pick<FreshDatabase, 'name' | 'url'>): Environment {
  return {
    PARLEY_DATA: folder,
    PARLEY_SECRET: SECRET,
    ...(name === 'PostgreSQL' && { PARLEY_DATABASE: url }),
  }
}

/** Makes a data folder as this version makes it: settings, the demo, and somebody who has said a word. */
export async function makeReleaseFolder(folder: string, database: Pick<FreshDatabase, 'name' | 'url'>): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'parley.json'), '{ "reactions": "agree,disagree" }\n')
  const environment = environmentOf(folder, database)
  {
    await using _ = await serving(environment)
  }
  const address = database.name === 'SQLite' ? path.join(folder, 'parley.sqlite') : database.url
  const folders = { mediaFolder: path.join(folder, 'media'), mailFolder: path.join(folder, 'mail') }
  const origin = 'http://127.0.0.1:3000'
  const parley = await buildParley(await openDatabase(address), { origin, secret: SECRET, ...folders })
  try {
    const { person, cookies } = await visitor({ parley }, 'Ada')
    await parley.people.accounts.setPassword(cookies, KEPT.password)
    const article = await articleByKey(parley.store, 'small-ferry')
    const { id } = await say({ parley }, person, article!.id, KEPT.words)
    const bob = await visitor({ parley }, 'Bob', 'moderator')
    await say({ parley }, bob.person, article!.id, `> before the upgrade\n> — [Ada, 1](/c/${id})\n\nAnd after.`, id)
  } finally {
    await parley.close()
  }
}

/** Packs it into one file, without what each start makes anew; of PostgreSQL, what its database holds with it. */
export async function packRelease(folder: string, { name, url }: Pick<FreshDatabase, 'name' | 'url'>, file: string) {
  if (name === 'PostgreSQL') await writeFile(path.join(folder, DUMP), JSON.stringify(await dumpPostgres(url)))
  const { stdout } = await run('tar', ['-C', folder, '--exclude=./cache', '-cf', '-', '.'], {
    encoding: 'buffer',
    maxBuffer: 1e8,
  })
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, gzipSync(stdout, { level: 9 }))
}

/** Unpacks it into an empty folder, and what stood in PostgreSQL into an empty database. */
export async function unpackRelease(file: string, folder: string, { name, url }: Pick<FreshDatabase, 'name' | 'url'>) {
  const tar = path.join(folder, '..', `${path.basename(folder)}.tar`)
  await writeFile(tar, gunzipSync(await readFile(file)))
  await mkdir(folder, { recursive: true })
  await run('tar', ['-C', folder, '-xf', tar])
  await rm(tar)
  if (name !== 'PostgreSQL') return
  await restorePostgres(url, JSON.parse(await readFile(path.join(folder, DUMP), 'utf8')))
}

/** Its file below a version's folder. */
export function releaseFile(version: string, { name }: Pick<FreshDatabase, 'name'>): string {
  return path.join(RELEASES, version, `${name.toLowerCase()}.tar.gz`)
}
