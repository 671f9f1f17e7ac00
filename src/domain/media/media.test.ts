import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import test from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { STORES } from '../../../test/support/stores.ts'
import { until } from '../../../test/support/until.ts'
import { addPicture, keepPicture, onDisk, pictureByHash, type Rendition, rendition, settleLeftBehind } from './index.ts'

const [first] = STORES

test('a picture is kept upright in its widths, without what the camera noted, and as it was given', async () => {
  await using opened = await first!.openStore()
  const given = await photograph(1200, 800)
  const picture = await keepPicture(opened.store, onDisk(opened.folder), given)
  assert.deepEqual(
    [picture.width, picture.height, picture.type, picture.bytes],
    [800, 1200, 'image/jpeg', given.length],
  )
  const names = (await readdir(opened.folder)).filter((name) => !name.startsWith('.')).sort()
  assert.deepEqual(
    names,
    ['-480.webp', '-800.webp', '.orig'].map((end) => picture.hash + end),
  )
  assert.deepEqual(await readFile(path.join(opened.folder, `${picture.hash}.orig`)), given)
  const drawn = await sharp(path.join(opened.folder, `${picture.hash}-480.webp`)).metadata()
  assert.deepEqual(
    [drawn.format, drawn.width, drawn.height, drawn.exif, drawn.orientation],
    ['webp', 480, 720, undefined, undefined],
  )
})

test('AVIF, PNG and WebP are drawn too', async () => {
  await using opened = await first!.openStore()
  for (const format of ['avif', 'png', 'webp'] as const) {
    const given = await plain(20, 10).toFormat(format).toBuffer()
    const { width, height } = await keepPicture(opened.store, onDisk(opened.folder), given)
    assert.deepEqual([width, height], [20, 10], format)
  }
})

test('a file that only begins like a picture is refused and leaves nothing behind', async () => {
  await using opened = await first!.openStore()
  const broken = Buffer.concat([(await photograph(100, 100)).subarray(0, 200), Buffer.alloc(50)])
  await assert.rejects(keepPicture(opened.store, onDisk(opened.folder), broken), { key: 'picture.unreadable' })
  assert.deepEqual(await readdir(opened.folder), [])
})

test('a small file that declares billions of pixels is refused', async () => {
  await using opened = await first!.openStore()
  const flood = floodOf(60_000, 60_000)
  assert.ok(flood.length < 1_000_000)
  await assert.rejects(keepPicture(opened.store, onDisk(opened.folder), flood), { key: 'picture.too-many-pixels' })
  assert.deepEqual(await readdir(opened.folder), [])
})

test('a picture whose row never came leaves no file, whether its process went on or was killed', async () => {
  await using opened = await first!.openStore()
  const { store, folder } = opened
  const [mine, other] = [await photograph(60, 40), await photograph(50, 40)]
  const kept = await keepPicture(store, onDisk(folder), mine)
  const twin = await keepPicture(store, onDisk(folder), mine)
  await kept.settle()
  assert.ok((await readdir(folder)).includes(`${kept.hash}.orig`), 'somebody else is still about to add it')
  await twin.settle()
  assert.deepEqual(await readdir(folder), [])

  const stays = await keepPicture(store, onDisk(folder), mine)
  await killedWhileKeeping(folder, other)
  assert.equal((await readdir(folder)).length, 6, 'two files of each, and a mark of each')
  await store.write((tx) => addPicture(tx, stays))
  await stays.settle()
  await settleLeftBehind(store, onDisk(folder))
  assert.deepEqual(
    (await readdir(folder)).sort(),
    ['-40.webp', '.orig'].map((end) => stays.hash + end),
  )
})

test('WebP is drawn at once, JPEG when it is asked for, and AVIF soon after that', async () => {
  await using opened = await first!.openStore()
  const { store, folder } = opened
  const { hash } = await keepPicture(store, onDisk(folder), await photograph(1200, 800))
  const asked = (form: 'webp' | 'avif' | 'jpg', width = 480) => rendition(onDisk(folder), { hash, width, form })
  const formOf = async ({ body }: Rendition) => (await sharp(await buffer(body)).metadata()).format
  const jpg = await asked('jpg')
  assert.deepEqual([jpg!.form, await formOf(jpg!)], ['jpg', 'jpeg'])
  assert.equal((await asked('avif'))!.form, 'webp', 'nobody waits for what takes long to draw')
  await until(async () => (await asked('avif'))!.form === 'avif')
  assert.equal(await formOf((await asked('avif'))!), 'heif')
  assert.equal(await asked('jpg', 481), undefined)
  assert.equal(await asked('webp', 960), undefined)
})

for (const { name, openStore } of STORES) {
  test(`the same bytes are one picture, drawn once (${name})`, async () => {
    await using opened = await openStore()
    const { store, folder } = opened
    const given = await photograph(60, 40)
    const kept = await keepPicture(store, onDisk(folder), given)
    const first = await store.write((tx) => addPicture(tx, kept))
    const again = await store.write((tx) => addPicture(tx, kept))
    assert.deepEqual({ ...again.value }, { ...first.value })
    assert.deepEqual({ ...(await pictureByHash(store, kept.hash)) }, { ...first.value })
    const before = await readFile(path.join(folder, `${kept.hash}-40.webp`))
    await rm(path.join(folder, `${kept.hash}-40.webp`))
    await keepPicture(store, onDisk(folder), given)
    assert.deepEqual(await readFile(path.join(folder, `${kept.hash}-40.webp`)), before, 'a missing file is drawn again')
  })
}

/** A process of its own that keeps a picture and is killed before it adds the row. */
async function killedWhileKeeping(folder: string, bytes: Buffer) {
  const module = JSON.stringify(path.join(import.meta.dirname, 'index.ts'))
  const none =
    '{ look: () => ({ selectFrom: () => ({ selectAll: () => ({ where: () => ({ executeTakeFirst: async () => undefined }) }) }) }) }'
  const script = `import { keepPicture, onDisk } from ${module}
import { buffer } from 'node:stream/consumers'
await keepPicture(${none}, onDisk(${JSON.stringify(folder)}), await buffer(process.stdin))
process.kill(process.pid, 'SIGKILL')`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  child.stdin.end(bytes)
  const [, signal] = await once(child, 'close')
  assert.equal(signal, 'SIGKILL')
}

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#7a5' } })
}

/** Held sideways, as its notes say. */
function photograph(width: number, height: number): Promise<Buffer> {
  const notes = { IFD0: { Copyright: 'somebody', Software: 'a camera' } }
  return plain(width, height).jpeg().withExif(notes).withMetadata({ orientation: 6 }).toBuffer()
}

/** A PNG whose head promises far more than its body holds. */
function floodOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1_000))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
