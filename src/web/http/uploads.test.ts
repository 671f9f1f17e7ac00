import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { until } from '../../../test/support/until.ts'
import { STDERR_LOG } from '../../kit/log.ts'
import { Trouble } from '../../kit/trouble.ts'
import { createUploads, type Upload, type UploadedFile } from './uploads.ts'

const LIMITS = { picture: { mostBytes: 100_000 }, table: { mostBytes: 10 } }

/** A server that reads one form with files after another, and says what it got. */
async function setUp() {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-uploads-'))
  const inside = path.join(folder, 'uploads')
  const uploads = createUploads(inside, STDERR_LOG)
  const ended: unknown[] = []

  async function answer(request: IncomingMessage) {
    try {
      await using upload = await uploads.receive(request, LIMITS)
      return { status: 200, ...told(upload) }
    } catch (error) {
      ended.push(error)
      return {
        status: 422,
        key: error instanceof Trouble ? error.key : String(error),
        fields: (error as Trouble).fields,
      }
    }
  }

  const server = createServer(async (request, response) => {
    const { status, ...rest } = await answer(request)
    response.writeHead(status, { connection: 'close' }).end(JSON.stringify(rest))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    ended,
    left: () => (existsSync(inside) ? readdirSync(inside) : []),
    async send(body: FormData | Blob) {
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })
      return { status: answer.status, ...(await answer.json()) }
    },
    async [Symbol.asyncDispose]() {
      server.close()
      await rm(folder, { recursive: true })
    },
  }
}

function told({ form, files }: Upload) {
  const picture = files.picture as UploadedFile | undefined

  return {
    title: form.one('title'),
    tags: form.all('tag'),
    picture: picture && { ...picture, path: undefined, inside: readFileSync(picture.path, 'utf8').slice(0, 8) },
    table: (files.table as UploadedFile | undefined)?.bytes,
    others: Object.keys(files).length,
  }
}

function formOf(...fields: [name: string, value: string | Blob, fileName?: string][]) {
  const form = new FormData()
  for (const [name, value, fileName] of fields) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, value, fileName)
  }
  return form
}

const TIDE = new Blob(['tide '.repeat(20_000)], { type: 'image/webp' })

test('reads fields and files, and leaves no file behind', async () => {
  await using s = await setUp()
  const form = formOf(['title', 'Ebbe – прилив'], ['tag', 'a'], ['tag', 'b'], ['picture', TIDE, '../tide.webp'])
  const { picture, ...rest } = await s.send(form)
  assert.deepEqual(rest, { status: 200, title: 'Ebbe – прилив', tags: ['a', 'b'], others: 1 })
  assert.deepEqual(picture, { name: 'tide.webp', type: 'image/webp', bytes: 100_000, inside: 'tide tid' })
  assert.deepEqual(s.left(), [])
})

test('a file that was sent twice, or that is empty, counts as not sent', async () => {
  await using s = await setUp()
  const twice = formOf(['table', new Blob(['1'])], ['table', new Blob(['2'])], ['picture', new Blob([]), ''])
  assert.deepEqual(await s.send(twice), { status: 200, tags: [], others: 0 })
  assert.deepEqual(s.left(), [])
})

test('a file past the limit of its field is refused by the field, and none is left', async () => {
  await using s = await setUp()
  const refused = await s.send(formOf(['picture', TIDE], ['table', new Blob(['more than ten'])]))
  const key = 'body.file-too-large'
  assert.deepEqual(refused, { status: 422, key, fields: { table: key } })
  assert.deepEqual(s.left(), [])
})

test('more than all limits together is refused before it is read, and too much text while it is', async () => {
  await using s = await setUp()
  const all = await s.send(formOf(['other', new Blob(['x'.repeat(1_000_000)])]))
  assert.equal(all.key, 'body.too-large')
  const words = await s.send(formOf(['title', 'x'.repeat(330 * 1024)]))
  assert.equal(words.key, 'body.too-large')
})

const REFUSED: Record<string, [type: string, body: string | Uint8Array<ArrayBuffer>, key: string]> = {
  'no such form': ['multipart/form-data; boundary=x', 'nothing of the kind', 'body.unknown-type'],
  'one without a boundary': ['multipart/form-data', 'nothing', 'body.unknown-type'],
  'one that ends early': [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="picture"; filename="a"\r\n\r\nhalf',
    'body.unknown-type',
  ],
  'text that is no UTF-8': [
    'multipart/form-data; boundary=x',
    Buffer.from('--x\r\ncontent-disposition: form-data; name="title"\r\n\r\n\xff\xfe\r\n--x--\r\n', 'latin1'),
    'body.not-utf8',
  ],
  'more fields than there can be': [
    'multipart/form-data; boundary=x',
    `${'--x\r\ncontent-disposition: form-data; name="tag"\r\n\r\na\r\n'.repeat(300)}--x--\r\n`,
    'body.too-many-parts',
  ],
}

for (const [what, [type, body, key]] of Object.entries(REFUSED)) {
  test(`refuses ${what}`, async () => {
    await using s = await setUp()
    assert.equal((await s.send(new Blob([body], { type }))).key, key)
    assert.deepEqual(s.left(), [])
  })
}

test('leaves no file behind when a browser breaks off', async () => {
  await using s = await setUp()
  const socket = connect(s.port, '127.0.0.1')
  const head =
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 90000\r\n\r\n'
  socket.write(`${head}--x\r\ncontent-disposition: form-data; name="picture"; filename="a"\r\n\r\nhalf a picture`)
  await until(() => s.left().length === 1)
  socket.destroy()
  await until(() => s.ended.length === 1)
  assert.equal(s.ended[0] instanceof Trouble, false)
  assert.deepEqual(s.left(), [])
})

test('takes away what a process left behind that did not end well, and nothing that may be under way', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-uploads-'))
  t.after(() => rm(folder, { recursive: true }))
  const inside = path.join(folder, 'uploads')
  mkdirSync(inside)
  const hourAgo = Date.now() / 1000 - 3600
  for (const name of ['old', 'new']) writeFileSync(path.join(inside, name), 'half')
  utimesSync(path.join(inside, 'old'), hourAgo, hourAgo)
  createUploads(inside, STDERR_LOG)
  await until(() => readdirSync(inside).join() === 'new')
})
