import { globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { MIGRATIONS } from '../../src/parley.ts'
import { openDatabase, upcoming } from '../../src/store/index.ts'

import { randomBetween } from '../support/chance.ts'
import type { FreshDatabase } from '../support/databases.ts'
import { begun, type Environment, parley } from '../support/process.ts'
import { environmentOf, RELEASES, releaseFile, unpackRelease } from '../support/releases/release-folder.ts'
import { until } from '../support/until.ts'
import type { Fault } from './fault.ts'
import { forget, judged, openPublication, posting } from './publication.ts'

type AnyKysely = Awaited<ReturnType<typeof openDatabase>>['migrator']

const LONGEST_POSTING_MS = 700
const MOVED_COMMENTS = 4_000
const IMPORTED_COMMENTS = 3_000

/** `kill -9` of the server at a random moment while people post: nothing that was answered is missing afterwards. */
const whilePosting: Fault = {
  name: 'kill -9 while posting',
  async run({ open, kills }) {
    await using publication = await openPublication(await open())
    const acknowledged: number[] = []
    for (let kill = 0; kill < kills; kill++) {
      const server = begun(publication.environment, 'serve')
      await until(() => /is read on/.test(server.printed()))
      const people = posting(publication)
      await until(() => people.acknowledged.length > 0)
      await setTimeout(randomBetween(0, LONGEST_POSTING_MS))
      await server.kill()
      await people.stop()
      acknowledged.push(...people.acknowledged)
    }
    return {
      done: `${kills} kills, ${acknowledged.length} comments answered for`,
      ...(await judged(publication, acknowledged)),
    }
  },
}

/** `kill -9` of an import at a random moment: what is there is nothing or all, and the import can be made again. */
const whileImporting: Fault = {
  name: 'kill -9 while importing',
  async run({ open, kills }) {
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-import-'))
    const file = await exported(folder)
    const wrong: string[] = []
    let done = 0
    await using publication = await emptyPublication(await open())
    const took = await publication.importing(file).whole()
    await publication.empty()
    for (let kill = 0; kill < kills; kill++) {
      const child = publication.importing(file)
      await Promise.race([setTimeout(randomBetween(0, took)), child.ended])
      await child.kill()
      const count = await publication.comments()
      if (count !== 0 && count !== IMPORTED_COMMENTS) wrong.push(`${count} of ${IMPORTED_COMMENTS} comments are there`)
      if (count > 0) {
        done++
        wrong.push(await publication.wrong())
        await publication.empty()
      }
    }
    await publication.importing(file).whole()
    if ((await publication.comments()) !== IMPORTED_COMMENTS) wrong.push('the last import is not whole')
    wrong.push(await publication.wrong())
    await publication.order((db) => forget(db, 7))
    const seen = (await publication.comments()) !== IMPORTED_COMMENTS && (await publication.wrong()) !== ''
    await rm(folder, { recursive: true })
    return {
      done: `${kills} kills, of which ${done} came after all was written`,
      wrong: wrong.filter(Boolean),
      control: { planted: 'one comment taken out behind its counters', seen },
    }
  },
}

async function exported(folder: string): Promise<string> {
  const [data, file] = [path.join(folder, 'data'), path.join(folder, 'export.jsonl.gz')]
  await well({ PARLEY_DATA: data }, 'generate', '--comments', String(IMPORTED_COMMENTS))
  await well({ PARLEY_DATA: data }, 'export', file)
  return file
}

async function well(environment: Environment, ...words: string[]) {
  const { code, printed } = await parley(environment, ...words)
  if (code !== 0) throw new Error(`${words.join(' ')}: ${printed}`)
}

/** A database that an import fills, and that is made empty again. */
async function emptyPublication(database: FreshDatabase) {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-empty-'))
  const address = database.name === 'SQLite' ? path.join(folder, 'parley.sqlite') : database.url
  const environment = { PARLEY_DATA: folder, PARLEY_DEMO: 'off', PARLEY_DATABASE: address }

  async function order<T>(work: (db: AnyKysely) => Promise<T>): Promise<T> {
    const opened = await openDatabase(address)
    return work(opened.migrator).finally(() => opened.close())
  }

  return {
    order,
    importing(file: string) {
      const began = performance.now()
      const child = begun(environment, 'import', 'parley', file)
      return {
        ...child,
        async whole() {
          if ((await child.ended) !== 0) throw new Error(child.printed())
          return Math.ceil(performance.now() - began)
        },
      }
    },
    /** None where the tables are not even made. */
    comments: () =>
      order(async (db) => {
        const tables = await db.introspection.getTables()
        if (!tables.some(({ name }) => name === 'comment')) return 0
        const count = db.selectFrom('comment').select((e) => e.fn.countAll<number>().as('count'))
        return Number((await count.executeTakeFirstOrThrow()).count)
      }),
    async empty() {
      if (database.name === 'SQLite') return rm(folder, { recursive: true })
      await order(async (db) => {
        await sql`drop schema public cascade`.execute(db)
        await sql`create schema public`.execute(db)
      })
    },
    async wrong() {
      const { code, printed } = await parley(environment, 'doctor', '--recount')
      return code === 0 ? '' : printed
    },
    async [Symbol.asyncDispose]() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** `kill -9` of a move at a random moment, again and again until it has come to its end. */
const whileMoving: Fault = {
  name: 'kill -9 while moving to PostgreSQL',
  on: 'PostgreSQL',
  async run({ open, kills }) {
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-moved-'))
    await well({ PARLEY_DATA: folder }, 'generate', '--comments', String(MOVED_COMMENTS))
    const file = path.join(folder, 'parley.sqlite')
    const wrong: string[] = []
    let [killed, moves, spoilt] = [0, 0, false]
    while (killed < kills) {
      const database = await open()
      const environment = { PARLEY_DATA: folder, PARLEY_DATABASE: database.url }
      for (;;) {
        const child = begun(environment, 'move', file)
        const isOver = await Promise.race([
          setTimeout(randomBetween(1_500, 4_500), false),
          child.ended.then(() => true),
        ])
        if (!isOver && killed < kills) killed++
        else if (!isOver) await child.ended
        if (!isOver && killed < kills) await child.kill()
        if ((await child.ended) === 'killed') continue
        if ((await child.ended) !== 0 && !/is not empty/.test(child.printed())) wrong.push(child.printed())
        break
      }
      moves++
      const doctor = await parley(environment, 'doctor', '--recount')
      if (doctor.code !== 0) wrong.push(doctor.printed)
      if (killed >= kills) {
        const opened = await openDatabase(database.url)
        await forget(opened.migrator, 7)
        await opened.close()
        spoilt = (await parley(environment, 'doctor', '--recount')).code !== 0
      }
      await database.close()
    }
    await rm(folder, { recursive: true })
    return {
      done: `${killed} kills, ${moves} moves brought to their end, each compared row by row`,
      wrong,
      control: { planted: 'one comment taken out behind its counters', seen: spoilt },
    }
  },
}

/** `kill -9` of the first start of a newer version at a random moment: the database is the former one or the new one. */
const whileMigrating: Fault = {
  name: 'kill -9 while bringing a database up',
  async run({ open, kills }) {
    const [version = ''] = globSync('*', { cwd: RELEASES }).sort()
    const wrong: string[] = []
    let [killed, upgrades, before, tookMs] = [0, 0, 0, 0]
    let seen = false
    while (killed < kills) {
      const folder = await mkdtemp(path.join(tmpdir(), 'parley-up-'))
      const [data, database] = [path.join(folder, 'data'), await open()]
      await unpackRelease(releaseFile(version, database), data, database)
      const address = database.name === 'SQLite' ? path.join(data, 'parley.sqlite') : database.url
      const environment = { ...environmentOf(data, database), PARLEY_UPGRADE_BACKUP: 'none' }
      const missing = async () => {
        const opened = await openDatabase(address)
        return (await upcoming(opened, ...MIGRATIONS).finally(() => opened.close())).length
      }
      const all = await missing()
      for (let isUp = false; tookMs > 0 && !isUp && killed < kills; killed++) {
        const child = begun(environment, 'person', 'list')
        await Promise.race([setTimeout(randomBetween(Math.ceil(tookMs / 3), tookMs)), child.ended])
        await child.kill()
        const left = await missing()
        if (left !== 0 && left !== all) wrong.push(`${left} of ${all} changes are missing`)
        if (left === all) before++
        isUp = left === 0
      }
      upgrades++
      const began = performance.now()
      const list = await parley(environment, 'person', 'list')
      tookMs ||= Math.ceil(performance.now() - began)
      const doctor = await parley(environment, 'doctor', '--recount')
      for (const { code, printed } of [list, doctor]) if (code !== 0) wrong.push(printed)
      if (killed >= kills) {
        const opened = await openDatabase(address)
        await opened.migrator.deleteFrom('kysely_migration').where('name', 'like', '%-erased').execute()
        await opened.close()
        seen = (await missing()) === 1
      }
      await database.close()
      await rm(folder, { recursive: true })
    }
    return {
      done: `${killed} kills, ${upgrades} upgrades, ${before} times still the former database`,
      wrong,
      control: { planted: 'one change marked as not made', seen },
    }
  },
}

export const kills: readonly Fault[] = [whilePosting, whileImporting, whileMigrating, whileMoving]
