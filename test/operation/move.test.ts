import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, test } from 'node:test'
import { Client } from 'pg'
import { EXIT } from '../../src/kit/refusal.ts'
import { randomBetween } from '../support/chance.ts'
import { onPostgres, POSTGRES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { begun, parley, serving } from '../support/process.ts'
import { dumpPostgres } from '../support/releases/postgres-dump.ts'
import { environmentOf, KEPT, makeReleaseFolder } from '../support/releases/release-folder.ts'
import { until } from '../support/until.ts'

const KILLS = 3
/** undefined_table. Source: PostgreSQL, appendix A. */
const NO_TABLE = '42P01'

const folder = mkdtempSync(path.join(tmpdir(), 'parley-move-'))
const [data, file] = [path.join(folder, 'data'), path.join(folder, 'data/parley.sqlite')]
after(() => rmSync(folder, { recursive: true }))

describe('a publication moves from SQLite to PostgreSQL', { ...onPostgres, concurrency: false }, () => {
  before(() => makeReleaseFolder(data, { name: 'SQLite', url: file }))

  test('whole: read, signed in to and written to as before, and what was given out is not given again', async () => {
    await using moved = await into()
    const forgotten = lastNumber('comment') + 10
    change(`update sqlite_sequence set seq = ${forgotten} where name = 'comment'`)
    const { code, printed } = await moved.move()
    assert.equal(code, 0, printed)
    assert.match(printed, /Moved: \d+ rows, each compared with what it was\./)
    assert.match(printed, /Counters, labels and numbers: all as counted\./)
    const { rows } = await dumpPostgres(moved.url)
    for (const [table, lines] of Object.entries(rows)) {
      const name = table.replaceAll('"', '')
      if (!/^(?:kysely|searchIndex|articleIndex|indexedEdition|journalCursor)/.test(name))
        assert.equal(lines.length, countIn(name), name)
    }
    assert.ok(rows['"authSession"']!.length > 0)
    const doctor = await parley(moved.environment, 'doctor', '--recount')
    assert.equal(doctor.code, 0, doctor.printed)
    assert.doesNotMatch(doctor.printed, /has not read everything yet/)

    const article = `/en/${slug()}`
    await using server = await serving(moved.environment)
    const ada = browserAt(server.url)
    const entered = await ada.send(await ada.get('/en/sign-in'), { mail: KEPT.mail, password: KEPT.password })
    assert.equal(entered.status, 303, entered.text)
    const sent = await ada.send(await ada.get(`${article}/comment`), { words: 'Said after the move.' })
    assert.equal(sent.status, 303, sent.text)
    const page = await ada.get(article)
    assert.match(page.text, new RegExp(`id="c-?${forgotten + 1}"|/c/${forgotten + 1}\\b`))
    assert.match((await ada.get('/en/search?words=upgrade')).text, /Said before the/)
  })

  test('never onto what is there, and never out of a file that a server has open', async () => {
    await using moved = await into()
    {
      await using _ = await serving({ PARLEY_DATA: data })
      const { code, printed } = await moved.move()
      assert.match(printed, /Another program has .*parley\.sqlite open\. Stop the server first/)
      assert.equal(code, EXIT.locked)
    }
    assert.equal((await moved.move()).code, 0)
    const { code, printed } = await moved.move()
    assert.match(printed, /is not empty \(it has the table /)
    assert.equal(code, EXIT.input)
    const onto = await parley({ PARLEY_DATA: data }, 'move', file)
    assert.match(onto.printed, /PARLEY_DATABASE must name the PostgreSQL database/)
  })

  test('a file of an older version moves as it is, and is brought up there', async () => {
    await using moved = await into()
    const old = path.join(folder, 'old.sqlite')
    cpSync(file, old)
    changeIn(old, `drop table erased; delete from kysely_migration where name like '%-erased'`)
    const { code, printed } = await moved.move(old)
    assert.equal(code, 0, printed)
    assert.equal((await parley(moved.environment, 'doctor', '--recount')).code, 0)
  })
})

describe('a move that is killed', { ...onPostgres, concurrency: false }, () => {
  const [large, largeFile] = [path.join(folder, 'large'), path.join(folder, 'large/parley.sqlite')]

  before(async () => {
    const { code, printed } = await parley({ PARLEY_DATA: large }, 'generate', '--comments', '6000')
    assert.equal(code, 0, printed)
  })

  test('goes on where it was, and nothing serves what is half there', async () => {
    await using moved = await into()
    await using target = await connected(moved.url)
    const arrived = () => target.arrived()
    for (let kill = 0; kill < KILLS; kill++) {
      const [before, child] = [await arrived(), begun(moved.environment, 'move', largeFile)]
      const enough = before + randomBetween(0, 1_500)
      await until(async () => (await arrived()) > enough)
      await child.kill()
      assert.ok((await arrived()) < 6_000)
    }
    const refused = await parley(moved.environment, 'serve')
    assert.match(refused.printed, /was broken off\. Run "npx parley move FILE" again/)
    assert.equal(refused.code, EXIT.input)
    const { code, printed } = await moved.move(largeFile)
    assert.equal(code, 0, printed)
    assert.match(printed, /\d+ of \d+ rows arrived before; the others follow\./)
    assert.equal(await arrived(), 6_000)
    assert.match(printed, /Counters, labels and numbers: all as counted\./)
  })

  test('is done anew when the file has changed, and refused when what arrived is not what was sent', async () => {
    await using moved = await into()
    await using target = await connected(moved.url)
    const child = begun(moved.environment, 'move', largeFile)
    await until(async () => (await target.arrived()) > 500)
    await child.kill()
    changeIn(largeFile, `update comment set plain = 'Changed meanwhile.' where id = 1`)
    await using again = await connected(moved.url)
    const child2 = begun(moved.environment, 'move', largeFile)
    await until(async () => (await again.wordsOf(1)) === 'Changed meanwhile.')
    await child2.kill()
    assert.match(child2.printed(), /changed since a move of it was broken off, so it is moved anew/)
    await again.spoil(2)
    const { code, printed } = await moved.move(largeFile)
    assert.match(printed, /What arrived is not what was sent.*\n {2}comment 2: "plain" is not what it was\./)
    assert.equal(code, EXIT.unexpected)
    assert.equal((await parley(moved.environment, 'serve')).code, EXIT.input)
  })
})

/** Looks into the database of a move from outside. */
async function connected(url: string) {
  const client = new Client(url)
  await client.connect()
  const one = async (sql: string) => {
    const { rows } = await client.query(sql).catch((error) => {
      if (error.code !== NO_TABLE) throw error
      return { rows: [] }
    })
    return rows[0]?.value as string | undefined
  }
  return {
    arrived: async () => Number((await one('select count(*) as value from comment')) ?? 0),
    wordsOf: (id: number) => one(`select plain as value from comment where id = ${id}`),
    spoil: (id: number) => one(`update comment set plain = 'Spoilt.' where id = ${id}`),
    [Symbol.asyncDispose]: () => client.end(),
  }
}

async function into() {
  const fresh = await POSTGRES.openEmpty()
  const environment = environmentOf(data, fresh)
  return {
    url: fresh.url,
    environment,
    move: (from = file) => parley(environment, 'move', from),
    [Symbol.asyncDispose]: () => fresh.close(),
  }
}

function changeIn(name: string, sql: string) {
  const db = new DatabaseSync(name)
  db.exec(sql)
  db.close()
}

function change(sql: string) {
  changeIn(file, sql)
}

function ask(sql: string) {
  const db = new DatabaseSync(file, { readOnly: true })
  const [value] = Object.values(db.prepare(sql).get()!)
  db.close()
  return value
}

function slug() {
  return ask(
    `select slug from edition e join article a on a.id = e."articleId" where a.key = 'small-ferry' and language = 'en'`,
  )
}

function countIn(table: string) {
  return Number(ask(`select count(*) from "${table}"`))
}

function lastNumber(table: string) {
  return Number(ask(`select max(id) from "${table}"`))
}
