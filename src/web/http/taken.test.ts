import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { Trouble } from '../../kit/trouble.ts'
import { formOf } from './bodies.ts'
import { receive } from './request-body.ts'
import { count, flag, id, ids, list, text } from './shapes.ts'
import { reader, typist } from './taken.ts'

const SHAPE = { words: text, tags: list, preview: flag, revision: count, seen: ids(2) }

async function formFrom(body: string, type = 'application/x-www-form-urlencoded') {
  const head = { method: 'POST', headers: { 'content-type': type } }
  const request = Object.assign(Readable.from([Buffer.from(body)]), head) as Parameters<typeof formOf>[0]
  await receive(request, () => true)
  return formOf(request)
}

const JSON_TYPE = 'application/json'

test('reads a form and the same as JSON alike', async () => {
  const forms = [
    await formFrom('words=a+b&tags=x&tags=y&preview=1&revision=3&seen=4.none.5.6'),
    await formFrom('{"words":"a b","tags":["x","y"],"preview":1,"revision":3,"seen":"4.none.5.6"}', JSON_TYPE),
  ]
  for (const form of forms)
    assert.deepEqual(reader(SHAPE)(form), { words: 'a b', tags: ['x', 'y'], preview: true, revision: 3, seen: [4] })
})

test('one sent twice counts as not sent, where it is no list', async () => {
  const form = await formFrom('words=a&words=b&tags=x&preview=1&preview=1')
  assert.deepEqual(reader(SHAPE)(form), { words: '', tags: ['x'], preview: false, revision: 0, seen: [] })
  assert.deepEqual(typist(SHAPE)(form), { words: '', tags: ['x'], preview: '', revision: '', seen: '' })
})

test('a list in JSON is refused where one value is taken, and a list in a list everywhere', async () => {
  const form = await formFrom('{"words":["a"]}', JSON_TYPE)
  assert.throws(() => reader(SHAPE)(form), { key: 'body.not-json' })
  await assert.rejects(formFrom('{"tags":[["a"]]}', JSON_TYPE), { key: 'body.not-json' })
  await assert.rejects(formFrom('{"tags":[null]}', JSON_TYPE), { key: 'body.not-json' })
})

test('names every field that is wrong, the first as the trouble itself', async () => {
  const read = reader({ article: id('article.missing'), comment: id('comment.missing'), words: text }, 'missing')
  const form = await formFrom('comment=0&words=')
  assert.throws(
    () => read(form),
    (error) => {
      assert.ok(error instanceof Trouble)
      assert.deepEqual([error.kind, error.key], ['missing', 'article.missing'])
      assert.deepEqual(error.fields, { article: 'article.missing', comment: 'comment.missing' })
      return true
    },
  )
})
