import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SqliteError } from './sqlite-errors.ts'
import { WriteQueue } from './write-queue.ts'

/** A writer that remembers what it was told and fails when it is told to. */
function controlThat(fails: (sql: string, told: readonly string[]) => boolean = () => false) {
  const told: string[] = []
  return {
    told,
    async run(sql: string) {
      told.push(sql)
      if (fails(sql, told)) throw new SqliteError('database or disk is full', 13)
    },
    count: (sql: string) => told.filter((said) => said === sql).length,
  }
}

/** A work that goes on until it is let go, and says when it has begun. */
function held(value: string) {
  const [begun, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()]
  const work = () => {
    begun.resolve()
    return gone.promise
  }
  return { work, begun: begun.promise, letGo: () => gone.resolve(value) }
}

const statuses = async (all: Promise<unknown>[]) => (await Promise.allSettled(all)).map(({ status }) => status)

test('those that wait together share one commit', async () => {
  const control = controlThat()
  const writes = new WriteQueue(control, () => {})
  await Promise.all([1, 2, 3].map((n) => writes.add(async () => n)))
  assert.equal(control.count('commit'), 1)
})

test('who comes while others are under way under other keys begins at once and shares their commit', async () => {
  const control = controlThat()
  const writes = new WriteQueue(control, () => {})
  const [first, second] = [held('first'), held('second')]
  const all = [writes.add(first.work, 'a')]
  await first.begun
  all.push(writes.add(second.work, 'b'))
  await second.begun
  first.letGo()
  second.letGo()
  assert.deepEqual(await Promise.all(all), ['first', 'second'])
  assert.equal(control.count('commit'), 1)
})

test('who comes under the same key, or must be alone, waits until the others have committed', async () => {
  const control = controlThat()
  const writes = new WriteQueue(control, () => {})
  const first = held('first')
  const commits: number[] = []
  const looking = async () => void commits.push(control.count('commit'))
  const all = [writes.add<unknown>(first.work, 'a')]
  await first.begun
  all.push(writes.add(looking, 'a'), writes.add(looking), writes.add(looking, 'b'))
  first.letGo()
  await Promise.all(all)
  assert.deepEqual(commits, [1, 1, 1])
})

test('who comes while others are being committed belongs to the next commit', async () => {
  const control = controlThat()
  const committing = held('committed')
  const slow = async (sql: string) => void (await (sql === 'commit' ? committing.work() : undefined))
  const writes = new WriteQueue({ run: (sql) => control.run(sql).then(() => slow(sql)) }, () => {})
  const first = writes.add(async () => 'first', 'a')
  await committing.begun
  const second = writes.add(async () => 'second', 'b')
  committing.letGo()
  assert.deepEqual(await Promise.all([first, second]), ['first', 'second'])
  assert.equal(control.count('commit'), 2)
})

test('when one of those under way fails, the others begin again together', async () => {
  const control = controlThat()
  const writes = new WriteQueue(control, () => {})
  let atOnce = 0
  let most = 0
  const works = ['a', 'bad', 'c', 'd'].map((key) =>
    writes.add(async () => {
      most = Math.max(most, ++atOnce)
      await control.run(key)
      atOnce--
      if (key === 'bad') throw new Error('no')
    }, key),
  )
  assert.deepEqual(await statuses(works), ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  assert.equal(most, 4)
  assert.deepEqual(
    control.told.filter((sql) => sql.length < 4),
    ['a', 'bad', 'c', 'd', 'a', 'c', 'd', 'bad'],
  )
  assert.equal(control.count('commit'), 1)
})

test('after a full disk a batch is run again one by one, and only what still fails is refused', async () => {
  const control = controlThat((sql, told) => sql === 'commit' && told.filter((said) => said === 'commit').length <= 2)
  const writes = new WriteQueue(control, () => {})
  const works = [1, 2, 3].map((n) => writes.add(async () => n))
  assert.deepEqual(await statuses(works), ['rejected', 'fulfilled', 'fulfilled'])
  await assert.rejects(works[0]!, { key: 'store.full' })
})

test('after a full disk those who joined are run again, too', async () => {
  const control = controlThat((sql, told) => sql === 'commit' && told.filter((said) => said === 'commit').length <= 1)
  const writes = new WriteQueue(control, () => {})
  const [first, second] = [held('first'), held('second')]
  const all = [writes.add(first.work, 'a')]
  await first.begun
  all.push(writes.add(second.work, 'b'))
  await second.begun
  first.letGo()
  second.letGo()
  assert.deepEqual(await Promise.all(all), ['first', 'second'])
  assert.equal(control.count('commit'), 3)
})
