import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBucketServer } from '../../test/support/bucket-server.ts'
import { BucketTrouble, openBucket } from './bucket.ts'
import { EXIT } from './refusal.ts'

const HASTE = { answerMs: 300, idleMs: 300, tries: 3, napMs: 1 }
const WORDS = Buffer.from('The ferry leaves at nine.')

test('what is put into a bucket comes out of it, is listed page by page, and goes', async () => {
  await using server = await openBucketServer()
  const bucket = openBucket(server.address, HASTE)
  const keys = ['a', 'b', 'c', 'd', 'e'].map((name) => `media/${name}`)
  for (const key of keys) await bucket.put(key, WORDS, 'text/plain')
  assert.deepEqual(server.objects.get('media/a'), WORDS)
  const found = await bucket.get('media/a')
  assert.equal(found!.bytes, WORDS.length)
  assert.deepEqual(Buffer.concat(await Array.fromAsync(found!.body)), WORDS)
  assert.deepEqual(await bucket.about('media/b'), { bytes: WORDS.length, at: 0 })
  assert.deepEqual(await Array.fromAsync(bucket.keys('media/')), keys)
  await bucket.remove('media/a')
  assert.deepEqual([await bucket.get('media/a'), await bucket.about('media/a')], [undefined, undefined])
  assert.deepEqual(await Array.fromAsync(bucket.keys('elsewhere/')), [])
})

test('a wrong key, secret or bucket is told at once, and no secret with it', async () => {
  await using server = await openBucketServer()
  const wrong = [
    [{ key: 'AKIAOTHER' }, /does not let us in \(403 InvalidAccessKeyId\)/],
    [{ secret: 'another secret' }, /does not let us in \(403 SignatureDoesNotMatch\)/],
    [{ bucket: 'nowhere' }, /\(404 NoSuchBucket\)/],
  ] as const
  for (const [other, sentence] of wrong) {
    const bucket = openBucket({ ...server.address, ...other }, HASTE)
    await assert.rejects(bucket.put('media/a', WORDS, 'text/plain'), (error: BucketTrouble) => {
      assert.match(error.message, sentence)
      assert.doesNotMatch(error.message, /another secret|secret-of-the-tests/)
      return error instanceof BucketTrouble && error.exit === EXIT.input
    })
  }
  assert.equal(server.asked.length, wrong.length, 'what is refused is not tried again')
})

test('a store that fails is asked again, and its failing told when it goes on', async () => {
  await using server = await openBucketServer()
  const bucket = openBucket(server.address, HASTE)
  server.failNext('PUT', 'fails', 2)
  await bucket.put('media/a', WORDS, 'text/plain')
  assert.deepEqual(server.objects.get('media/a'), WORDS)
  server.failNext('GET', 'fails', 3)
  await assert.rejects(bucket.get('media/a'), /fails \(500 InternalError\)/)
})

test('what breaks off is an error and never a shorter file', async () => {
  await using server = await openBucketServer()
  const bucket = openBucket(server.address, HASTE)
  await bucket.put('media/a', WORDS, 'text/plain')
  server.failNext('GET', 'breaks-off')
  const { body } = (await bucket.get('media/a'))!
  await assert.rejects(Array.fromAsync(body))
})

test('of a store that hangs one at a time waits, the others are told at once, and it is found again', async () => {
  await using server = await openBucketServer()
  const bucket = openBucket(server.address, HASTE)
  await bucket.put('media/a', WORDS, 'text/plain')
  server.failNext('HEAD', 'hangs', 2)
  await assert.rejects(bucket.about('media/a'), {
    message: /does not answer \(no answer within 300 ms\)/,
    exit: EXIT.unreachable,
  })
  const probing = bucket.about('media/a')
  const asked = server.asked.length
  for (let n = 0; n < 10; n++) await assert.rejects(bucket.get('media/a'), /does not answer/)
  assert.ok(server.asked.length <= asked + 1, 'only one asks')
  await assert.rejects(probing)
  assert.equal((await bucket.about('media/a'))!.bytes, WORDS.length)
  await server.end()
  await assert.rejects(bucket.about('media/a'), /does not answer/)
  await server.begin()
  assert.equal((await bucket.about('media/a'))!.bytes, WORDS.length)
})
