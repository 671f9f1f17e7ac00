import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { type AnyTables, type Joint, latestSeq, openDatabase, Store } from '../../src/store/index.ts'
import { onPostgres, POSTGRES } from '../support/databases.ts'
import { noted } from '../support/noted.ts'

const SAID = noted()

test(
  'two processes that write to the same two things at once never wait for each other crosswise',
  onPostgres,
  async () => {
    await using open = await openTwo()
    const { stores, watching } = open
    let runs = 0
    const crosswise = stores.flatMap((store, of) =>
      (of === 0 ? ['one', 'other'] : ['other', 'one']).map((name, n) =>
        count(store, { name, n: of * 10 + n, pauseSeconds: 0.2, begun: () => runs++ }),
      ),
    )
    const seqs = (await Promise.all(crosswise)).map(({ seq }) => seq)
    assert.equal(new Set(seqs).size, 4)
    const { rows } = await watching.query('select name, number::int from counter order by name')
    assert.deepEqual(rows, [
      { name: 'one', number: 2 },
      { name: 'other', number: 2 },
    ])
    assert.equal(runs, 4, 'none had to begin again')
  },
)

test('whose statement the database refuses fails alone, and the others are stored once', onPostgres, async () => {
  await using open = await openTwo()
  const { stores, watching } = open
  const all = Array.from({ length: 30 }, (_, n) => count(stores[0]!, { name: 'one', n: n % 10 === 7 ? 7 : n }))
  const settled = await Promise.allSettled(all)
  const refused = settled.filter(({ status }) => status === 'rejected')
  assert.equal(refused.length, 2, 'of three who say the same, one is stored')
  const { rows } = await watching.query('select number from counter')
  assert.deepEqual(rows, [{ number: '28' }])
  assert.equal((await watching.query('select 1 from said')).rowCount, 28)
})

test('whose statement the database refuses learns why, whatever failed after it', onPostgres, async () => {
  await using open = await openTwo()
  const [store] = open.stores as [Store]
  const saying: Joint<number> = async (tx, [n]) => {
    tx.also(sql`insert into said (n) values (${n})`.execute(tx.change()))
    return []
  }
  const counting: Joint<string> = async (tx, [name]) => {
    await sql`insert into counter values (${name}, 1)`.execute(tx.change())
    return []
  }
  const say = (name: string) =>
    store.write(
      async (tx) => {
        tx.also(tx.jointly(saying, 1))
        tx.also(tx.jointly(counting, name))
      },
      { concurrencyKey: name, held: [name] },
    )
  await say('one')
  await assert.rejects(say('other'), { code: '23505', table: 'said' })
})

test('whoever was answered is stored, though connections end in the midst of it', onPostgres, async () => {
  await using open = await openTwo()
  const { stores, watching } = open
  const stored: number[] = []
  let n = 0
  const writer = async (store: Store) => {
    while (n < 600) {
      const mine = n++
      const { status } = (await Promise.allSettled([count(store, { name: 'one', n: mine })]))[0]!
      if (status === 'fulfilled') stored.push(mine)
      if (mine % 150 === 149)
        await watching.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and query not like 'listen%'`,
        )
    }
  }
  await Promise.all(Array.from({ length: 16 }, (_, at) => writer(stores[at % 2]!)))
  const { rows } = await watching.query<{ n: string }>('select n from said')
  const found = new Set(rows.map((row) => Number(row.n)))
  assert.ok(stored.length > 300, `${stored.length} were stored`)
  assert.deepEqual(
    stored.filter((one) => !found.has(one)),
    [],
  )
  const { rows: counted } = await watching.query('select number::int from counter')
  assert.deepEqual(counted, [{ number: found.size }])
})

test('what is asked often is asked on when another process has changed the table', onPostgres, async () => {
  await using open = await openTwo()
  const { stores, watching } = open
  const [store] = stores as [Store]
  const ask = () => store.look<AnyTables>().selectFrom('said').selectAll().where('n', '=', 1).execute()
  const change = (n: number) => count(store, { name: 'one', n })
  for (let n = 0; n < 20; n++) await Promise.all([ask(), change(n)])
  await watching.query('alter table said add column more bigint')
  await watching.query('alter table counter alter column number type numeric')
  const [rows] = await Promise.all([ask(), change(100)])
  assert.deepEqual(rows, [{ n: 1, more: null }])
  const inOneState = await store.read((db) => db.look<AnyTables>().selectFrom('said').selectAll().execute())
  assert.equal(inOneState.length, 21)
})

/** Two processes' stores on one database, with a table of names that are counted and one of what was said. */
async function openTwo() {
  const ending = new AsyncDisposableStack()
  const fresh = await POSTGRES.openEmpty()
  ending.defer(() => fresh.close())
  const stores: Store[] = []
  for (let at = 0; at < 2; at++) {
    const database = await openDatabase(fresh.url, { patienceMs: 20_000 })
    ending.defer(() => database.close())
    stores.push(new Store(database))
  }
  const watching = new Client(fresh.url)
  await watching.connect()
  ending.defer(() => watching.end())
  await watching.query(`create table journal (seq bigint generated by default as identity primary key, kind text not null,
    about bigint, "articleId" bigint, at bigint not null)`)
  await watching.query('create table counter (name text primary key, number bigint not null)')
  await watching.query('create table said (n bigint primary key)')
  assert.equal(await latestSeq(stores[0]!), 0)
  return { stores, watching, [Symbol.asyncDispose]: () => ending.disposeAsync() }
}

interface Counted {
  name: string
  n: number
  /** How long the database rests once it has counted. */
  pauseSeconds?: number
  begun?(): void
}

/** Counts one more by its name and says it, in two rounds, as posts do. */
function count(store: Store, { name, n, pauseSeconds = 0, begun = () => {} }: Counted) {
  return store.write(
    async (tx) => {
      begun()
      await sql`insert into counter values (${name}, 1)
        on conflict (name) do update set number = counter.number + 1
        returning number, pg_sleep(${pauseSeconds})`.execute(tx.change())
      tx.also(sql`insert into said (n) values (${n})`.execute(tx.change()))
      tx.note(SAID, { about: n, at: 1 })
    },
    { concurrencyKey: `${Math.random()}`, held: [name] },
  )
}
