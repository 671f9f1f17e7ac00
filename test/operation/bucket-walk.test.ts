import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { inBucket } from '../../src/domain/media/index.ts'
import { openBucket } from '../../src/kit/bucket.ts'
import { EXIT } from '../../src/kit/refusal.ts'
import { type BucketServer, openBucketServer } from '../support/bucket-server.ts'
import { parley, serving } from '../support/process.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const HASTE = { answerMs: 300, idleMs: 300, tries: 2, napMs: 1 }
const folder = mkdtempSync(path.join(tmpdir(), 'parley-bucket-'))
after(() => rmSync(folder, { recursive: true }))
const at = (name: string) => path.join(folder, name)

test('pictures are kept in a bucket, come from it as from a disk, and a store that is silent loses none', async () => {
  await using server = await openBucketServer()
  const media = inBucket(openBucket(server.address, HASTE), at('under-way'))
  await using site = await openSite(undefined, { media })
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const { cookies } = await visitor(site, 'Editor', 'editor')
  const bring = async (name: string, bytes: Buffer) => {
    const body = new FormData()
    body.set('language', 'en')
    body.set('pictures', new File([new Uint8Array(bytes)], name))
    const headers = { cookie: cookies, origin: site.url, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(`${site.url}/desk/pictures`, { method: 'POST', body, headers, redirect: 'manual' })
    return { status: answer.status, again: answer.headers.get('retry-after'), text: await answer.text() }
  }

  const [quay, mole] = await Promise.all([drawnAs(60, 40), drawnAs(50, 50)])
  assert.equal((await bring('quay.png', quay)).status, 303)
  const names = [...server.objects.keys()].toSorted()
  assert.deepEqual(
    names.map((name) => name.replace(/^media\/[0-9a-f]{64}/, '')),
    ['-60.webp', '.orig'],
  )
  assert.deepEqual(readdirSync(at('under-way')), [], 'nothing stays on this machine')
  const shown = `${site.url}/${names[0]}`
  const answer = await fetch(shown)
  assert.deepEqual(
    [answer.status, answer.headers.get('cache-control'), answer.headers.get('content-type')],
    [200, 'public, max-age=31536000, immutable', 'image/webp'],
  )
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), server.objects.get(names[0]!))
  const jpeg = await fetch(shown.replace('.webp', '.jpg'))
  assert.equal((await sharp(await jpeg.arrayBuffer()).metadata()).format, 'jpeg', 'drawn from what is in the bucket')
  assert.equal((await fetch(shown.replace('-60', '-61'))).status, 404)

  server.failNext('GET', 'breaks-off')
  await assert.rejects(
    fetch(shown).then((broken) => broken.arrayBuffer()),
    'a part of it is not taken for all',
  )
  await server.end()
  const silent = await fetch(shown)
  assert.deepEqual([silent.status, silent.headers.get('retry-after')], [503, '30'])
  assert.doesNotMatch(silent.headers.get('cache-control') ?? '', /max-age=[1-9]/)
  const refused = await bring('mole.png', mole)
  assert.deepEqual([refused.status, refused.again], [503, '30'])
  assert.match(refused.text, /The place where pictures are kept does not answer at the moment/)
  assert.match((await media.complaint())!, /^The bucket at 127\.0\.0\.1:\d+\/review\/ does not answer/)

  await server.begin()
  assert.equal((await bring('mole.png', mole)).status, 303)
  assert.equal((await fetch(shown)).status, 200)
  assert.deepEqual([server.objects.size, await media.complaint()], [5, undefined])
})

describe('a publication whose pictures are moved', { concurrency: false }, () => {
  const PARLEY_DATA = at('live')
  const media = path.join(PARLEY_DATA, 'media')
  let server: BucketServer
  let there: Record<string, string>
  let names: string[]

  before(async () => {
    server = await openBucketServer()
    const { endpoint, bucket, region, key, secret } = server.address
    const place = { PARLEY_MEDIA_ENDPOINT: endpoint, PARLEY_MEDIA_BUCKET: bucket, PARLEY_MEDIA_REGION: region }
    there = { PARLEY_DATA, ...place, PARLEY_MEDIA_KEY: key, PARLEY_MEDIA_SECRET: secret }
    await (await serving({ PARLEY_DATA }))[Symbol.asyncDispose]()
    names = readdirSync(media).filter((name) => /\.(?:orig|webp)$/.test(name))
  })
  after(() => server[Symbol.asyncDispose]())

  test('has them in the bucket, each compared, and misses those that are not', async () => {
    const lost = await parley(there, 'doctor')
    assert.match(lost.printed, /WRONG: A file of picture \d+ is missing in 127\.0\.0\.1/)
    server.failNext('PUT', 'fails', 2)
    const moved = await parley(there, 'move', 'media', '--to', 'bucket')
    assert.equal(moved.code, 0, moved.printed)
    const said = `^${names.length} files of pictures are in .*: ${names.length} were brought, 0 were there`
    assert.match(moved.printed, new RegExp(said, 'm'))
    for (const name of names)
      assert.deepEqual(server.objects.get(`media/${name}`), readFileSync(path.join(media, name)), name)
    rmSync(media, { recursive: true })
    assert.equal((await parley(there, 'doctor')).code, 0)
  })

  test('has a backup with them, and has them back on the disk', async () => {
    const backup = at('backup.sqlite')
    const copied = await parley(there, 'backup', backup)
    assert.equal(copied.code, 0, copied.printed)
    const restored = await parley({ PARLEY_DATA: at('new') }, 'restore', backup)
    assert.equal(restored.code, 0, restored.printed)
    assert.deepEqual(readdirSync(at('new/media')).toSorted(), names.toSorted())
    const back = await parley(there, 'move', 'media', '--to', 'disk')
    assert.match(back.printed, new RegExp(`: ${names.length} were brought, 0 were there`))
    assert.deepEqual(readdirSync(media).toSorted(), names.toSorted())
    await server.end()
    const silent = await parley(there, 'move', 'media', '--to', 'bucket')
    assert.match(silent.printed, /parley: The bucket at .* does not answer/)
    assert.equal(silent.code, EXIT.unreachable)
  })
})

function drawnAs(width: number, height: number) {
  const background = { r: 20, g: width, b: 160 }
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}
